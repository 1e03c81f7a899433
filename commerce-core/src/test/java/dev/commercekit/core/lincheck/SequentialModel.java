package dev.commercekit.core.lincheck;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.storage.model.StorageModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one caller at a time would be told, by the test kit's model of a storage. */
public class SequentialModel extends BatchOperations {

    private final StorageModel model = new StorageModel();

    @Override
    protected List<CommitResult> commitAll(List<WriteSet> sets) {
        for (WriteSet set : sets) {
            for (Write write : set.writes()) {
                if (!write.key().table().equals(Ledger.ACCOUNTS)) {
                    throw new StorageException("unknown table", false);
                }
            }
        }
        List<CommitResult> results = new ArrayList<>();
        sets.forEach(set -> results.add(model.apply(set, Instant.EPOCH)));
        return results;
    }

    @Override
    protected Reading readBoth() {
        List<Row> rows = new ArrayList<>();
        Ledger.BOTH.forEach(key -> model.find(key).ifPresent(rows::add));
        return new Reading(rows, Instant.EPOCH);
    }
}
