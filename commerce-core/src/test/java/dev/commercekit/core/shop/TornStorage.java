package dev.commercekit.core.shop;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** A storage in which somebody acts in the middle of one reading, as the port allows: some rows are read before, others after. */
final class TornStorage extends ForwardingStorage {

    private Predicate<String> first = table -> false;
    private Predicate<String> then = table -> false;
    private Runnable between = () -> {};
    private boolean torn;

    TornStorage(Storage storage) {
        super(storage);
    }

    /** Tears the next reading of rows of both tables: those of the one are read before somebody acts, all others after. */
    void tearOnce(String table, String other, Runnable meanwhile) {
        tear(table::equals, other::equals, meanwhile);
    }

    /** Tears the next reading of rows of a table and of others: those of the table are read after somebody acts, all others before. */
    void tearBeforeOnce(String table, Runnable meanwhile) {
        tear(Predicate.not(table::equals), table::equals, meanwhile);
    }

    private void tear(Predicate<String> early, Predicate<String> late, Runnable meanwhile) {
        first = early;
        then = late;
        between = meanwhile;
        torn = false;
    }

    /** Returns whether that has happened. */
    boolean torn() {
        return torn;
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        List<RowKey> before =
                keys.stream().filter(key -> first.test(key.table().name())).toList();
        if (torn
                || before.isEmpty()
                || keys.stream().noneMatch(key -> then.test(key.table().name()))) {
            return super.get(keys);
        }
        torn = true;
        List<Row> rows = new ArrayList<>(super.get(before).rows());
        between.run();
        Reading after =
                super.get(keys.stream().filter(key -> !before.contains(key)).toList());
        rows.addAll(after.rows());
        return new Reading(rows, after.at());
    }
}
