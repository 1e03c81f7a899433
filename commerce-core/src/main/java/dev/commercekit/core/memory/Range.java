package dev.commercekit.core.memory;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checked {@link Scan}: the rows whose first values in an order are neither below {@code low} nor above {@code high}.
 *
 * @param low the least first values
 * @param high the greatest first values
 * @param after all the values of the place behind which to go on, if any
 * @param descending whether to go backwards
 * @param limit the most rows
 */
record Range(List<Object> low, List<Object> high, @Nullable List<Object> after, boolean descending, int limit) {

    static Range of(Scan scan, List<Column<?>> order) {
        return new Range(
                bound(scan, scan.from(), order),
                bound(scan, scan.to(), order),
                scan.after().map(position -> place(position, order)).orElse(null),
                scan.descending(),
                scan.limit());
    }

    private static List<Object> bound(Scan scan, Optional<Object> next, List<Column<?>> order) {
        List<Object> values = new ArrayList<>(scan.equal());
        next.ifPresent(values::add);
        return fitting(values, order);
    }

    private static List<Object> place(Scan.Position position, List<Column<?>> order) {
        List<Object> values = new ArrayList<>(position.columns());
        values.addAll(position.key());
        if (values.size() != order.size()) {
            throw new StorageException("a position must have a value for each column of the index and the key", false);
        }
        return fitting(values, order);
    }

    private static List<Object> fitting(List<Object> values, List<Column<?>> order) {
        if (values.size() > order.size()) {
            throw new StorageException("a scan must not bound more columns than its order has", false);
        }
        for (int i = 0; i < values.size(); i++) {
            if (!order.get(i).type().javaType().isInstance(values.get(i))) {
                throw new StorageException(
                        "a scan must bound column " + order.get(i) + " by values of its type", false);
            }
        }
        return values;
    }
}
