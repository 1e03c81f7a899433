package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A queue in front of a storage that fails as told, and callers in threads of their own. */
abstract class QueueFixture {

    static final Column<String> ID = Column.text("id");
    static final Column<Long> COUNT = Column.number("count");
    static final Table COUNTERS = Table.named("counters", ID)
            .columns(COUNT)
            .check(Check.atLeast(COUNT, 0))
            .build();

    final ManualClock clock = ManualClock.at("2026-01-31T12:00:00Z");
    final FaultyStorage storage = new FaultyStorage(GivenStorage.at(clock));
    final StorageClock storageClock = new StorageClock(storage, clock::nanos);
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    final List<List<String>> sent = Collections.synchronizedList(new ArrayList<>());

    final CommitQueue queue = new CommitQueue(storage, storageClock, this::pause, Duration.ofSeconds(10));

    QueueFixture() {
        storage.open(List.of(COUNTERS));
        storage.otherwise(recording(StorageFault.none()));
    }

    final void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        clock.advance(duration);
    }

    /** Notes which sets were sent. */
    final StorageFault recording(StorageFault fault) {
        return (sets, real) -> {
            sent.add(sets.stream().map(set -> set.id().value()).toList());
            return fault.commit(sets, real);
        };
    }

    /** Holds a commit on its way until the gate opens. */
    final StorageFault gate(Gate gate) {
        return recording(StorageFault.before(gate::pass));
    }

    static RowKey counter(String id) {
        return COUNTERS.key(id);
    }

    static WriteSet set(String id, Write... writes) {
        return WriteSet.of(new WriteSetId(id), writes);
    }

    static Write.Add add(String id, long delta) {
        return Write.add(counter(id), COUNT, delta).orInsert(values -> values.set(COUNT, 0L));
    }

    final long count(String id) {
        return storage.get(List.of(counter(id))).rows().stream()
                .mapToLong(row -> row.get(COUNT))
                .sum();
    }

    /** Commits in a thread of its own. */
    final CompletableFuture<CommitResult> commit(WriteSet set) {
        return commit(queue, set);
    }

    /** Commits on another way, in a thread of its own. */
    static CompletableFuture<CommitResult> commit(CommitPath path, WriteSet set) {
        CompletableFuture<CommitResult> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(path.commit(set));
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Commits in a thread of its own, and returns once the set waits behind so many others. */
    final CompletableFuture<CommitResult> commitBehind(int others, WriteSet set) {
        CompletableFuture<CommitResult> result = commit(set);
        await(() -> queue.waiting() == others + 1);
        return result;
    }

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    static <T> T get(CompletableFuture<T> future) {
        assertThat(future).succeedsWithin(Duration.ofSeconds(60));
        return future.join();
    }

    /** Where a commit waits for the test. */
    static final class Gate {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        void pass() {
            reached.countDown();
            try {
                assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError("the storage was interrupted", interrupted);
            }
        }

        void awaitArrival() {
            await(() -> reached.getCount() == 0);
        }

        void open() {
            open.countDown();
        }
    }
}
