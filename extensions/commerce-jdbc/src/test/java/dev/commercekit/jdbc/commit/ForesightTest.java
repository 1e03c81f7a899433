package dev.commercekit.jdbc.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.jdbc.dialect.Foreseen;
import dev.commercekit.jdbc.dialect.Foreseen.Kind;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.RandomSets;
import dev.commercekit.testkit.storage.model.StorageModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foreseen beside what the judge decides, without a database: many lists, of which some are simple enough. */
class ForesightTest {

    private static final int LISTS = 2_000;

    private Map<RowKey, Row> rows = new HashMap<>();
    private int wentThrough;
    private int refused;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatGoesThroughIsWhatTheJudgeApplies(long seed) {
        StorageModel model = new StorageModel();
        RandomSets sets = new RandomSets(new Random(seed), model);
        for (int i = 0; i < LISTS; i++) {
            Instant at = Instant.EPOCH.plusSeconds(i);
            List<WriteSet> all = sets.batch();
            List<WriteSet> list = all.subList(0, Math.min(all.size(), 1 + i % 4));
            compare(list, at, "seed " + seed + ", list " + i);
            list.forEach(set -> model.apply(set, at));
        }
        assertThat(wentThrough).as("lists that went through").isGreaterThan(100);
        assertThat(refused).as("lists that were refused").isGreaterThan(100);
    }

    private void compare(List<WriteSet> list, Instant at, String where) {
        Judge judge = new Judge(Map.copyOf(rows), at);
        List<CommitResult> results = judge.judge(list);
        Map<RowKey, Row> judged = new HashMap<>(rows);
        judge.after().forEach((key, row) -> {
            if (row == null) {
                judged.remove(key);
            } else {
                judged.put(key, row);
            }
        });
        Optional<List<Foreseen>> foreseen = Foresight.of(list);
        if (foreseen.isPresent()) {
            Map<RowKey, Row> after = new HashMap<>(rows);
            boolean holds = foreseen.get().stream().allMatch(part -> apply(part, after, at));
            assertThat(holds).as(where + ": " + results).isEqualTo(judge.plain());
            if (holds) {
                assertThat(after).as(where).isEqualTo(judged);
                wentThrough++;
            } else {
                refused++;
            }
        }
        rows = judged;
    }

    /** Does what the database does: every row by itself, or nothing. */
    private static boolean apply(Foreseen part, Map<RowKey, Row> rows, Instant at) {
        Table table = part.form().table();
        int keys = table.key().size();
        for (@Nullable Object[] given : part.rows()) {
            @Nullable Object[] values = given.clone();
            part.form().timed().stream().forEach(i -> values[i] = at.plusNanos((long) given[i] * 1_000));
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                parts.add(values[i]);
            }
            RowKey key = table.key(parts.toArray());
            Row old = rows.get(key);
            Row now = part.form().kind() == Kind.INSERT
                    ? old == null ? Row.of(key, 1, values) : null
                    : old == null ? null : changed(part.form(), old, values);
            if (now == null || !table.checks().stream().allMatch(check -> check.holds(now))) {
                return false;
            }
            rows.put(key, now);
        }
        return true;
    }

    private static @Nullable Row changed(Foreseen.Form form, Row old, @Nullable Object[] values) {
        int keys = form.table().key().size();
        @Nullable Object[] all = old.values();
        if (form.kind() == Kind.UPDATE) {
            for (int i = 0; i < form.columns().size(); i++) {
                all[form.table().position(form.columns().get(i))] = values[keys + i];
            }
            return old.version() == (long) values[values.length - 1] ? Row.of(old.key(), old.version() + 1, all) : null;
        }
        Column<?> column = form.columns().get(0);
        long before = (long) old.find(column).orElseThrow();
        all[form.table().position(column)] = before + (long) values[keys];
        boolean within = before >= (long) values[keys + 2] && before <= (long) values[keys + 3];
        return within ? Row.of(old.key(), old.version() + (long) values[keys + 1], all) : null;
    }
}
