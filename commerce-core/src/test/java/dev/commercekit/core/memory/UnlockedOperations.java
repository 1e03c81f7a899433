package dev.commercekit.core.memory;

import dev.commercekit.core.lincheck.BatchOperations;
import dev.commercekit.core.lincheck.Ledger;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A planted race: contenders on the same tables, but nobody takes the lock. */
public final class UnlockedOperations extends BatchOperations {

    private final Tables tables = new Tables();

    /** Creates the tables; the model checker does. */
    public UnlockedOperations() {
        tables.open(List.of(Ledger.ACCOUNTS));
    }

    @Override
    protected List<CommitResult> commitAll(List<WriteSet> sets) {
        return new Batch(tables, sets).apply(Instant.EPOCH);
    }

    @Override
    protected Reading readBoth() {
        List<Row> rows = new ArrayList<>();
        Ledger.BOTH.forEach(key -> {
            Row row = tables.of(key.table()).get(key);
            if (row != null) {
                rows.add(row);
            }
        });
        return new Reading(rows, Instant.EPOCH);
    }
}
