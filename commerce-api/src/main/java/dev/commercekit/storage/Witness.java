package dev.commercekit.storage;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;

/**
 * The table in which a storage remembers which write sets were applied: one insert-only row for each, written in the same
 * commit. It is a table like any other, so that a tombstone is an ordinary insert. Adapters add it to the tables they are
 * opened with.
 */
public final class Witness {

    /** The branch that stands for a set that was given up. */
    public static final long TOMBSTONE = -1;

    /** The id of the write set. */
    public static final Column<String> ID = Column.text("id");

    /** The branch that was applied, or {@link #TOMBSTONE}. */
    public static final Column<Long> BRANCH = Column.number("branch");

    /** The storage's time of the commit. */
    public static final Column<Instant> AT = Column.instant("at");

    /** The table. */
    public static final Table TABLE =
            Table.named("witness", ID).columns(BRANCH, AT).index("by_time", AT).build();

    private Witness() {}

    /** Returns the key of the row that bears witness of the given set. */
    public static RowKey of(WriteSetId id) {
        return TABLE.key(id.value());
    }

    /**
     * Returns a write that gives up the given set: once committed, the set is {@link CommitResult.Abandoned} for ever. It is
     * refused if the set was applied, and waits for one that is being applied.
     */
    public static Write tombstone(WriteSetId id) {
        return Write.insert(of(id), values -> values.set(BRANCH, TOMBSTONE).setToNow(AT, java.time.Duration.ZERO));
    }
}
