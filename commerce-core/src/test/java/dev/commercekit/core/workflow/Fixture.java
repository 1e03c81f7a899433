package dev.commercekit.core.workflow;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitQueue;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.time.ManualClock;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.StateCodec;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One storage, any number of engines on it, and workflows whose state is a text that tells which steps ran. */
final class Fixture {

    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration LEASE = TIMEOUT.plus(WorkflowOptions.DEFAULT.leaseMargin());
    static final Column<String> NAME = Column.text("name");
    static final Column<Long> TIMES = Column.number("times");
    static final Table COUNTER = Table.named("counter", NAME).columns(TIMES).build();

    static final StateCodec<String> CODEC = new StateCodec<>() {
        @Override
        public String encode(String state) {
            return '"' + state + '"';
        }

        @Override
        public String decode(String document) {
            return document.substring(1, document.length() - 1);
        }
    };

    final ManualClock clock = ManualClock.at("2026-01-31T12:00:00Z");
    final Storage memory = GivenStorage.at(clock);
    private final AtomicLong numbers = new AtomicLong();

    Fixture() {
        memory.open(List.of(COUNTER));
        memory.open(WorkflowEngine.tables());
    }

    /** An engine with a storage, a queue and a clock of its own, as in a process of its own. */
    record Node(FaultyStorage storage, ReadCounter reads, CommitQueue queue, WorkflowEngine engine) {}

    Node node(Workflow<?>... workflows) {
        ReadCounter reads = new ReadCounter(memory);
        FaultyStorage storage = new FaultyStorage(reads);
        StorageClock storageClock = new StorageClock(storage, clock::nanos);
        CommitQueue queue = new CommitQueue(storage, storageClock, clock::advance, Duration.ofSeconds(5));
        return new Node(
                storage,
                reads,
                queue,
                WorkflowEngine.create(
                        storage, queue, storageClock, ids(), WorkflowOptions.DEFAULT, List.of(workflows)));
    }

    private IdGenerator ids() {
        return new IdGenerator() {
            @Override
            public UUID next() {
                return new UUID(7, numbers.incrementAndGet());
            }

            @Override
            public long randomBits() {
                return 0;
            }
        };
    }

    @SafeVarargs
    static Workflow<String> workflow(Step<String>... steps) {
        return workflow(1, steps);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Workflow<String> workflow(int version, Step<String>... steps) {
        Workflow.Builder<String> builder = Workflow.named("trip", version, CODEC);
        for (Step<String> step : steps) {
            builder.step(step);
        }
        return builder.build();
    }

    /** A local step that counts itself in the storage and writes its name into the state. */
    static LocalStep<String> local(String name) {
        return LocalStep.of(
                name, (state, context) -> Transition.next(then(state, name)).write(count(name)));
    }

    /** A call that is done at once. */
    static CallStep<String> call(String name, World world) {
        return CallStep.of(name, TIMEOUT, (state, call) -> {
            world.effect(call.key().value());
            return new CallResult.Done<>(then(state, name));
        });
    }

    static CallStep<String> call(String name, CallStep.Body<String> body) {
        return CallStep.of(name, TIMEOUT, body);
    }

    static String then(String state, String name) {
        return state.isEmpty() ? name : state + " " + name;
    }

    static Write count(String name) {
        return Write.add(counter(name), TIMES, 1).orInsert(row -> row.set(TIMES, 0L));
    }

    static RowKey counter(String name) {
        return COUNTER.key(name);
    }

    static Signal signal(String id) {
        return new Signal(id, "note", "{}");
    }

    /** Returns how often the write of the given name was applied. */
    long counted(String name) {
        return memory.get(List.of(counter(name)))
                .find(counter(name))
                .map(row -> row.get(TIMES))
                .orElse(0L);
    }

    /** Applies writes as another part of the program does. */
    void write(Write... writes) {
        memory.commit(WriteSet.of(new WriteSetId("other-" + numbers.incrementAndGet()), writes));
    }

    Row row(String id) {
        return memory.get(List.of(Progress.key(id))).rows().get(0);
    }

    List<Row> signals(String id) {
        return memory.scan(Scan.of(Signals.TABLE).equal(id)).rows();
    }

    /** The other side: an effect happens once for each key, however often it is asked for. */
    static final class World {

        final List<String> asked = new ArrayList<>();
        final List<String> effects = new ArrayList<>();

        void effect(String key) {
            asked.add(key);
            if (!effects.contains(key)) {
                effects.add(key);
            }
        }
    }

    /** The end of a process: no handler of the library may catch it. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }
}
