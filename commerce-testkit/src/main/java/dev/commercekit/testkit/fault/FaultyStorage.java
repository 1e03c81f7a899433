package dev.commercekit.testkit.fault;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A storage that fails as it is told, and counts. Each commit meets the next {@linkplain #next scripted} fault, or, when the
 * script is at its end, the {@linkplain #otherwise usual} one, which is none at first. Closing it closes the storage behind.
 * Thread-safe.
 */
public final class FaultyStorage implements Storage {

    private final Storage storage;
    private final Queue<StorageFault> script = new ConcurrentLinkedQueue<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder sets = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private volatile Supplier<StorageFault> usual = StorageFault::none;
    private volatile boolean down;

    /** Creates a decorator that does nothing but count until told otherwise. */
    public FaultyStorage(Storage storage) {
        this.storage = storage;
    }

    /** Adds faults to the script: one for each of the next commits. */
    public FaultyStorage next(StorageFault... faults) {
        script.addAll(List.of(faults));
        return this;
    }

    /** Makes a fault the usual one, for commits beyond the script. */
    public FaultyStorage otherwise(StorageFault fault) {
        usual = () -> fault;
        return this;
    }

    /**
     * Lets chance choose for commits beyond the script.
     *
     * @param seed makes the choice repeatable, as far as the order of the commits is
     * @param percent how many of a hundred commits fail
     * @param faults those to choose from, evenly
     */
    public FaultyStorage randomly(long seed, int percent, StorageFault... faults) {
        Random random = new Random(seed);
        List<StorageFault> choice = List.of(faults);
        usual = () -> random.nextInt(100) < percent ? choice.get(random.nextInt(choice.size())) : StorageFault.none();
        return this;
    }

    /** Makes every call throw a retryable {@link StorageException}, as if the storage were unreachable, or ends that. */
    public void down(boolean unreachable) {
        down = unreachable;
    }

    /** Returns how many commits were asked for. */
    public long calls() {
        return calls.sum();
    }

    /** Returns how many sets were in them. */
    public long sets() {
        return sets.sum();
    }

    /** Returns how many durable commits the storage behind made: calls that applied at least one set. */
    public long commits() {
        return commits.sum();
    }

    @Override
    public void open(Collection<Table> tables) {
        reachable().open(tables);
    }

    @Override
    public Instant now() {
        return reachable().now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return reachable().get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        return reachable().scan(scan);
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> all) {
        calls.increment();
        sets.add(all.size());
        StorageFault fault = script.poll();
        return (fault != null ? fault : usual.get()).commit(all, this::counted);
    }

    @Override
    public void close() {
        storage.close();
    }

    private List<CommitResult> counted(List<WriteSet> all) {
        List<CommitResult> results = reachable().commitAll(all);
        if (results.stream().anyMatch(CommitResult.Committed.class::isInstance)) {
            commits.increment();
        }
        return results;
    }

    private Storage reachable() {
        if (down) {
            throw new StorageException("the storage is down", true);
        }
        return storage;
    }
}
