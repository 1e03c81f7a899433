package dev.commercekit.storage;

import dev.commercekit.Input;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * Asks for rows in the order of an index: those whose first index columns (then key columns) equal the given values, within a
 * range of the column that follows. Immutable.
 *
 * @param table the table
 * @param index the index
 * @param equal the values of the first columns of the order (the index's columns, then the key's)
 * @param from the least value of the next column, included, or empty
 * @param to the greatest value of the next column, included, or empty
 * @param after the row after which to go on, by its place in the order, or empty to begin at the start of the range
 * @param descending whether to go backwards; {@code after} then means before it in the index's order
 * @param limit the most rows to return, 1 to 10,000
 */
public record Scan(
        Table table,
        Index index,
        List<Object> equal,
        Optional<Object> from,
        Optional<Object> to,
        Optional<Position> after,
        boolean descending,
        int limit) {

    /** Checks the limit and the prefix. */
    public Scan {
        equal = List.copyOf(equal);
        Input.range(limit, "limit", 1, 10_000);
        Input.that(table.index(index.name()).equals(index), "index", "must be one of the table's");
        Input.that(
                equal.size() <= index.columns().size() + table.key().size(),
                "equal",
                "must not have more values than columns");
    }

    /** Asks for all rows in the order of the named index, 100 at a time. */
    public static Scan of(Table table, String index) {
        return new Scan(
                table, table.index(index), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, 100);
    }

    /** Asks for all rows in the order of the key, 100 at a time. */
    public static Scan of(Table table) {
        return of(table, Index.PRIMARY);
    }

    /** Returns the same scan over the rows whose first columns of the order have these values. */
    public Scan equal(Object... values) {
        return new Scan(table, index, List.of(values), from, to, after, descending, limit);
    }

    /** Returns the same scan over the rows whose next column is at least this. */
    public Scan from(Object least) {
        return new Scan(table, index, equal, Optional.of(least), to, after, descending, limit);
    }

    /** Returns the same scan over the rows whose next column is at most this. */
    public Scan to(Object greatest) {
        return new Scan(table, index, equal, from, Optional.of(greatest), after, descending, limit);
    }

    /** Returns the same scan that goes on after the given row. */
    public Scan after(Row row) {
        return after(Position.of(index, row));
    }

    /** Returns the same scan that goes on after the given place. */
    public Scan after(Position position) {
        return new Scan(table, index, equal, from, to, Optional.of(position), descending, limit);
    }

    /** Returns the same scan, backwards. */
    public Scan backwards() {
        return new Scan(table, index, equal, from, to, after, true, limit);
    }

    /** Returns the same scan with another limit. */
    public Scan limit(int most) {
        return new Scan(table, index, equal, from, to, after, descending, most);
    }

    /**
     * A place in the order of an index, which need not hold a row any more.
     *
     * @param columns the values of the index's columns
     * @param key the values of the key's columns
     */
    public record Position(List<Object> columns, List<Object> key) {

        /** Copies the lists. */
        public Position {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
        }

        /** Returns where the row stands in the index's order. */
        public static Position of(Index index, Row row) {
            return new Position(
                    index.columns().stream().<Object>map(row::get).toList(),
                    row.key().values());
        }
    }
}
