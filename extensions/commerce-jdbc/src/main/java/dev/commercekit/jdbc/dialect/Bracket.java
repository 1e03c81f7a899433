package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.List;

/** What stands before and behind the statements of one call. For one use. */
public interface Bracket {

    /** Returns whether it stands in a transaction of the host, which alone makes durable what was written. */
    boolean joined();

    /** Returns what stands before statements that lock rows, and wait for locked ones as long as given. */
    List<Sql> begin(Duration lockTimeout);

    /**
     * Returns what stands behind the beginning where the end need not be awaited on disk; nothing where it is awaited all the same,
     * or where the end is not this one's.
     */
    default List<Sql> relax() {
        return List.of();
    }

    /** Returns what stands behind the statements that write; to be asked for once those of the beginning were answered. */
    List<Sql> end();

    /**
     * Returns what stands before statements that only read, if anything does.
     *
     * @param together whether all of them are sent in one round trip
     */
    List<Sql> beginRead(boolean together);

    /** Returns what stands behind statements that only read: nothing if there is nothing to end or to undo. */
    List<Sql> endRead(boolean together);
}
