package dev.commercekit.core.shop;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A storage in which somebody acts in the middle of one reading, as the port allows: the row of one table is read before, the
 * others after.
 */
final class TornStorage extends ForwardingStorage {

    private Optional<String> first = Optional.empty();
    private String then = "";
    private Runnable between = () -> {};

    TornStorage(Storage storage) {
        super(storage);
    }

    /** Tears the next reading of rows of both tables: those of the one are read before somebody acts, all others after. */
    void tearOnce(String table, String other, Runnable meanwhile) {
        first = Optional.of(table);
        then = other;
        between = meanwhile;
    }

    /** Returns whether that has happened. */
    boolean torn() {
        return first.isEmpty();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        List<RowKey> before = keys.stream().filter(this::isFirst).toList();
        if (before.isEmpty()
                || keys.stream().noneMatch(key -> key.table().name().equals(then))) {
            return super.get(keys);
        }
        first = Optional.empty();
        List<Row> rows = new ArrayList<>(super.get(before).rows());
        between.run();
        Reading after =
                super.get(keys.stream().filter(key -> !before.contains(key)).toList());
        rows.addAll(after.rows());
        return new Reading(rows, after.at());
    }

    private boolean isFirst(RowKey key) {
        return first.filter(key.table().name()::equals).isPresent();
    }
}
