package dev.commercekit.core.key;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitQueue;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One node of a shop over storage in memory: what services are built of, with time in the hand of the test. */
public final class Node {

    private static final AtomicLong COUNT = new AtomicLong();

    private final Storage memory;
    private final FaultyStorage storage;
    private final ManualClock clock;
    private final CommitQueue queue;
    private final IdGenerator ids = new CountingIds();

    private Node(Storage memory, ManualClock clock) {
        this.memory = memory;
        this.clock = clock;
        this.storage = new FaultyStorage(memory);
        this.queue = new CommitQueue(
                storage, new StorageClock(storage, clock::nanos), clock::advance, Duration.ofMinutes(10));
    }

    /** Returns a node over new tables. */
    public static Node over(Collection<Table> tables) {
        ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        Storage memory = GivenStorage.at(clock);
        memory.open(tables);
        return new Node(memory, clock);
    }

    /** Returns another node over the same tables. */
    public Node another() {
        return new Node(GivenStorage.another(memory), clock);
    }

    /** Makes a part of the commits lose their replies, or never arrive. */
    public Node losing(long seed) {
        storage.randomly(seed, 30, StorageFault.lostReply(), StorageFault.lostRequest());
        return this;
    }

    public FaultyStorage faults() {
        return storage;
    }

    public Storage storage() {
        return storage;
    }

    public ManualClock clock() {
        return clock;
    }

    public CommitQueue queue() {
        return queue;
    }

    public IdGenerator ids() {
        return ids;
    }

    public CommandRunner runner() {
        return new CommandRunner(storage, queue, ids);
    }

    private static final class CountingIds implements IdGenerator {

        @Override
        public UUID next() {
            return new UUID(0x7000, COUNT.incrementAndGet());
        }

        @Override
        public long randomBits() {
            return COUNT.incrementAndGet();
        }
    }
}
