package dev.commercekit.benchmarks.operation;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The storage in memory: one row read, and one set committed that inserts a row with an index and adds to a counter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StorageCommit {

    private static final Column<String> ID = Column.text("id");
    private static final Column<Long> COUNT = Column.number("count");
    private static final Column<Instant> AT = Column.instant("at");
    private static final Table COUNTERS =
            Table.named("counter", ID).columns(COUNT).build();
    private static final Table ENTRIES =
            Table.named("entry", ID).columns(AT).index("by_time", AT).build();
    private static final RowKey COUNTER = COUNTERS.key("only");

    private InMemoryStorage storage = InMemoryStorage.create(InstantSource.system());
    private long number;

    /** Begins with one counter; each iteration begins anew, so that the heap stays small. */
    @Setup(Level.Iteration)
    public void open() {
        storage = InMemoryStorage.create(InstantSource.system());
        storage.open(List.of(COUNTERS, ENTRIES));
        storage.commit(WriteSet.of(new WriteSetId("begin"), Write.insert(COUNTER, values -> values.set(COUNT, 0L))));
    }

    /** Reads one row. */
    @Benchmark
    public Reading get() {
        return storage.get(List.of(COUNTER));
    }

    /** Commits two writes. */
    @Benchmark
    public CommitResult commit() {
        String id = "entry-" + number++;
        return storage.commit(WriteSet.of(
                new WriteSetId(id),
                Write.insert(ENTRIES.key(id), values -> values.setToNow(AT, Duration.ZERO)),
                Write.add(COUNTER, COUNT, 1)));
    }
}
