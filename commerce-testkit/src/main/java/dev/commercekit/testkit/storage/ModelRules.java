package dev.commercekit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ContractTables;
import dev.commercekit.testkit.storage.model.RandomSets;
import dev.commercekit.testkit.storage.model.ScanModel;
import dev.commercekit.testkit.storage.model.StorageModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random batches against a sequential model: every result, every row and every scan must be the same. */
abstract class ModelRules extends ScanRules {

    private static final int BATCHES = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomBatchesDoWhatTheModelDoes(long seed) {
        compareWithModel(seed);
    }

    /** Repeats a run by {@code -Dcommercekit.seed=...}; by default it is one more seed. */
    @ParameterizedTest(name = "seed from a property")
    @ValueSource(longs = 9)
    void aGivenSeedDoesWhatTheModelDoes(long seed) {
        compareWithModel(Long.getLong("commercekit.seed", seed));
    }

    private void compareWithModel(long seed) {
        Random random = new Random(seed);
        StorageModel model = new StorageModel();
        RandomSets sets = new RandomSets(random, model);
        for (int i = 0; i < BATCHES; i++) {
            String where = "seed " + seed + ", batch " + i;
            List<WriteSet> batch = sets.batch();
            Storage used = random.nextBoolean() ? storage : second;
            List<CommitResult> results = used.commitAll(batch);
            assertThat(results).as(where).hasSameSizeAs(batch);
            for (int j = 0; j < batch.size(); j++) {
                CommitResult result = results.get(j);
                CommitResult expected = model.apply(batch.get(j), at(result));
                assertThat(result).as("%s, set %s: %s", where, j, batch.get(j)).isEqualTo(expected);
            }
            compareRows(where, model);
            Scan scan = sets.scan();
            assertThat(used.scan(scan).rows())
                    .as("%s: %s", where, scan)
                    .isEqualTo(ScanModel.scan(scan, model.rows(scan.table())));
        }
    }

    private void compareRows(String where, StorageModel model) {
        List<Row> expected = new ArrayList<>();
        for (Table table : List.of(ContractTables.STOCK, ContractTables.THING, Witness.TABLE)) {
            expected.addAll(model.rows(table));
            assertThat(storage.scan(Scan.of(table).limit(10_000)).rows())
                    .as("%s: rows of %s", where, table)
                    .isEqualTo(model.rows(table));
        }
        List<RowKey> keys = expected.stream().map(Row::key).toList();
        assertThat(second.get(keys).rows()).as(where).isEqualTo(expected);
    }

    private static Instant at(CommitResult result) {
        if (result instanceof CommitResult.Committed committed) {
            return committed.at();
        }
        if (result instanceof CommitResult.Refused refused) {
            return refused.at();
        }
        return result instanceof CommitResult.Abandoned abandoned ? abandoned.at() : Instant.EPOCH;
    }
}
