package dev.commercekit.core.event;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitQueue;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** One storage in memory, time by hand, and as many relays as a test starts. */
final class Town {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final RelayPolicy POLICY = new RelayPolicy(LEASE, 3, Duration.ofSeconds(1), Duration.ofMinutes(5));

    final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    final Storage storage = GivenStorage.at(clock);
    final EventTable table = new EventTable(Incidents.CODEC);
    final IdGenerator ids = new Counting();

    Town() {
        storage.open(List.of(EventTable.TABLE, Inbox.TABLE));
    }

    /** Commits events number 1 to the given one of an order, in one set. */
    void happen(String order, int events) {
        happen(order, 1, events);
    }

    /** Commits a range of events of an order, in one set. */
    void happen(String order, int first, int last) {
        commit(java.util.stream.IntStream.rangeClosed(first, last)
                .mapToObj(sequence -> table.append(Incidents.incident(order, sequence)))
                .toArray(Write[]::new));
    }

    void commit(Write... writes) {
        Assertions.assertThat(storage.commit(WriteSet.of(WriteSetId.of(ids.next()), writes)))
                .isInstanceOf(CommitResult.Committed.class);
    }

    /** Returns the storage as another process sees it. */
    Storage another() {
        return GivenStorage.another(storage);
    }

    Relay relay(Subscriptions subscriptions) {
        return relay(new FaultyStorage(another()), subscriptions, Runnable::run);
    }

    Relay relay(FaultyStorage node, Subscriptions subscriptions, Executor executor) {
        var time = new StorageClock(node, clock::nanos);
        return new Relay(node, queue(node), time, ids, table, subscriptions, POLICY, executor);
    }

    CommitQueue queue(FaultyStorage node) {
        return new CommitQueue(node, new StorageClock(node, clock::nanos), pause -> {}, Duration.ofHours(1));
    }

    ParkedEvents parked() {
        return new ParkedEvents(storage, queue(new FaultyStorage(storage)), ids);
    }

    /** Deletes all events and all that consumers had, as retention does long afterwards. */
    void forget() {
        Stream.of(EventTable.TABLE, Inbox.TABLE)
                .flatMap(each -> storage.scan(Scan.of(each).limit(10_000)).rows().stream())
                .forEach(row -> commit(Write.delete(row)));
    }

    /** Relays until nothing moves. */
    static int drain(Relay relay) {
        int sum = 0;
        for (int moved = relay.publishDue(10); moved > 0; moved = relay.publishDue(10)) {
            sum += moved;
        }
        return sum;
    }

    Row event(String id) {
        return storage.get(List.of(EventTable.TABLE.key(id))).rows().get(0);
    }

    List<Row> events() {
        return storage.scan(Scan.of(EventTable.TABLE).limit(10_000)).rows();
    }

    List<String> inbox() {
        return storage.scan(Scan.of(Inbox.TABLE).limit(10_000)).rows().stream()
                .map(row -> row.get(Inbox.CONSUMER) + " " + row.get(Inbox.EVENT_ID))
                .toList();
    }

    private static final class Counting implements IdGenerator {

        private final AtomicLong last = new AtomicLong();

        @Override
        public UUID next() {
            return new UUID(0, last.incrementAndGet());
        }

        @Override
        public long randomBits() {
            return last.incrementAndGet();
        }
    }
}
