package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a scan must find, as plainly as it can be said: sort all rows, then leave out those that were not asked for. */
public final class ScanModel {

    private final Scan scan;
    private final List<Column<?>> order;

    private ScanModel(Scan scan) {
        this.scan = scan;
        this.order = new ArrayList<>(scan.index().columns());
        order.addAll(scan.table().key());
    }

    /** Returns what the scan finds among all rows of its table. */
    public static List<Row> scan(Scan scan, List<Row> rows) {
        return new ScanModel(scan).among(rows);
    }

    private List<Row> among(List<Row> rows) {
        List<Row> found = new ArrayList<>(rows.stream()
                .filter(this::isInIndex)
                .filter(this::isWanted)
                .sorted((one, other) -> compare(one, values(other)))
                .toList());
        if (scan.descending()) {
            Collections.reverse(found);
        }
        return found.stream().limit(scan.limit()).toList();
    }

    private boolean isInIndex(Row row) {
        return order.stream().allMatch(column -> row.find(column).isPresent());
    }

    private boolean isWanted(Row row) {
        int next = scan.equal().size();
        int place = scan.after()
                .map(position -> {
                    List<Object> values = new ArrayList<>(position.columns());
                    values.addAll(position.key());
                    return compare(row, values);
                })
                .orElse(scan.descending() ? -1 : 1);
        return compare(row, scan.equal()) == 0
                && scan.from().map(least -> compare(row, next, least) >= 0).orElse(true)
                && scan.to().map(greatest -> compare(row, next, greatest) <= 0).orElse(true)
                && (scan.descending() ? place < 0 : place > 0);
    }

    private List<Object> values(Row row) {
        return order.stream().<Object>map(row::get).toList();
    }

    private int compare(Row row, List<Object> values) {
        int result = 0;
        for (int i = 0; result == 0 && i < values.size(); i++) {
            result = compare(row, i, values.get(i));
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private int compare(Row row, int i, Object value) {
        return ((Comparable<Object>) row.get(order.get(i))).compareTo(value);
    }
}
