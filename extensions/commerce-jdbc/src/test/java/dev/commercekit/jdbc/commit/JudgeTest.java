package dev.commercekit.jdbc.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ContractTables;
import dev.commercekit.testkit.storage.model.RandomSets;
import dev.commercekit.testkit.storage.model.StorageModel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge against the model of the contract, without a database: many batches. */
class JudgeTest {

    private static final int BATCHES = 200;
    private static final List<Table> TABLES = List.of(ContractTables.STOCK, ContractTables.THING, Witness.TABLE);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void judgesAsTheModelDoes(long seed) {
        StorageModel model = new StorageModel();
        RandomSets sets = new RandomSets(new Random(seed), model);
        Map<RowKey, Row> rows = new HashMap<>();
        for (int i = 0; i < BATCHES; i++) {
            String where = "seed " + seed + ", batch " + i;
            Instant at = Instant.EPOCH.plusSeconds(i);
            List<WriteSet> batch = sets.batch();
            Judge judge = new Judge(Map.copyOf(rows), at);
            List<CommitResult> results = judge.judge(batch);
            assertThat(results)
                    .as(where)
                    .isEqualTo(batch.stream().map(set -> model.apply(set, at)).toList());
            assertThat(judge.plain())
                    .as(where)
                    .isEqualTo(results.stream()
                            .allMatch(result -> result instanceof CommitResult.Committed one && one.branch() == 0));
            judge.after().forEach((key, row) -> {
                if (row == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, row);
                }
            });
            Map<RowKey, Row> expected = new HashMap<>();
            TABLES.forEach(table -> model.rows(table).forEach(row -> expected.put(row.key(), row)));
            assertThat(rows).as(where).isEqualTo(expected);
        }
    }
}
