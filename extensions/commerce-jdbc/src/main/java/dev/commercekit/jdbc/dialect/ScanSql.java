package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The query of a scan, in the order of its index and over rows of that index only, so that the index alone answers it. The
 * limit stands in the text, for the database to know that few rows are wanted.
 */
public final class ScanSql {

    private final Scan scan;
    private final List<Column<?>> order;
    private final Ordering ordering;
    private final List<String> conditions = new ArrayList<>();
    private final List<Parameter> values = new ArrayList<>();

    /** By what a dialect sorts a column. */
    public interface Ordering {

        /** Returns the expression by which the column sorts. */
        String expression(Column<?> column);

        /** Returns the value to compare it with. */
        Parameter value(Column<?> column, Object value);
    }

    private ScanSql(SqlTable table, Scan scan, Ordering ordering) {
        this.scan = scan;
        this.order = table.order(scan.index());
        this.ordering = ordering;
    }

    /** Returns the query, given what stands before its conditions. */
    public static Sql of(String select, SqlTable table, Scan scan, Ordering ordering, Sql.Reader reader) {
        return new ScanSql(table, scan, ordering).sql(select, reader);
    }

    private Sql sql(String select, Sql.Reader reader) {
        for (Column<?> column : scan.index().columns()) {
            if (column.nullable()) {
                conditions.add(Naming.quoted(column.name()) + " IS NOT NULL");
            }
        }
        int next = scan.equal().size();
        for (int i = 0; i < next; i++) {
            compare(i, " = ", scan.equal().get(i));
        }
        scan.from().ifPresent(least -> compare(next, " >= ", least));
        scan.to().ifPresent(greatest -> compare(next, " <= ", greatest));
        scan.after().ifPresent(this::behind);
        String direction = scan.descending() ? " DESC" : "";
        String by = order.stream()
                .map(column -> ordering.expression(column) + direction)
                .collect(Collectors.joining(", "));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return Sql.query(select + where + " ORDER BY " + by + " LIMIT " + scan.limit(), values, reader);
    }

    private void compare(int place, String comparison, Object value) {
        if (place >= order.size()) {
            throw new StorageException("a scan must not bound more columns than its order has", false);
        }
        conditions.add(ordering.expression(order.get(place)) + comparison + "?");
        values.add(value(order.get(place), value));
    }

    private void behind(Scan.Position position) {
        List<Object> place = new ArrayList<>(position.columns());
        place.addAll(position.key());
        if (place.size() != order.size()) {
            throw new StorageException("a position must have a value for each column of the index and the key", false);
        }
        String columns = order.stream().map(ordering::expression).collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(place.size(), "?"));
        conditions.add("(" + columns + ")" + (scan.descending() ? " < " : " > ") + "(" + marks + ")");
        for (int i = 0; i < place.size(); i++) {
            values.add(value(order.get(i), place.get(i)));
        }
    }

    private Parameter value(Column<?> column, Object value) {
        if (!column.type().javaType().isInstance(value)) {
            throw new StorageException("a scan must bound column " + column + " by values of its type", false);
        }
        return ordering.value(column, value);
    }
}
