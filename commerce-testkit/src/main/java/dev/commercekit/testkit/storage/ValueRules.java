package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.model.ContractTables.BODY;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNTER;
import static dev.commercekit.testkit.storage.model.ContractTables.DUE;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.PRICE;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come back as they were written; the storage's time stands where a write asks for it. */
abstract class ValueRules extends WitnessRules {

    @Test
    void aColumnSetToTheStoragesTimeGetsThatOfTheCommit() {
        Committed insert =
                applied(due("a", Duration.ZERO), due("b", Duration.ofMinutes(5)), due("c", Duration.ofDays(-1)));
        assertThat(row(thing("a")).get(DUE)).isEqualTo(insert.at());
        assertThat(row(thing("b")).get(DUE)).isEqualTo(insert.at().plus(Duration.ofMinutes(5)));
        assertThat(row(thing("c")).get(DUE)).isEqualTo(insert.at().minus(Duration.ofDays(1)));
        Committed update = applied(Write.update(row(thing("a")), values -> values.setToNow(DUE, Duration.ofMillis(1))));
        assertThat(row(thing("a")).get(DUE)).isEqualTo(update.at().plusMillis(1));
    }

    @Test
    void theStoragesTimeStandsInRowsThatAdditionsAndAlternativesBring() {
        Write fails = take("none", 1);
        Write.Add brought = Write.add(thing("a"), SIZE, 1)
                .orInsert(values -> values.set(NAME, "a").set(SIZE, 0L).setToNow(DUE, Duration.ofHours(1)));
        Committed committed = applied(set(fails).orElse(List.of(fails), List.of(brought)), 1);
        assertThat(row(thing("a")).get(DUE)).isEqualTo(committed.at().plus(Duration.ofHours(1)));
    }

    @Test
    void timesHaveMicroseconds() {
        Committed committed = applied(newThing("a", "lamp", 1));
        assertThat(committed.at()).isEqualTo(committed.at().truncatedTo(MICROS));
        Instant now = storage.now();
        assertThat(now).isEqualTo(now.truncatedTo(MICROS));
    }

    @Test
    void noReplyCarriesATimeFromBeforeItsRequest() {
        Instant before = storage.now();
        Committed committed = applied(newThing("a", "lamp", 1));
        assertThat(committed.at()).isAfterOrEqualTo(before);
        Instant later = storage.now();
        assertThat(later).isAfterOrEqualTo(committed.at());
        assertThat(storage.get(List.of(thing("a"))).at()).isAfterOrEqualTo(later);
        WriteSet set = set(newThing("a", "lamp", 1));
        assertThat(((CommitResult.Refused) storage.commit(set)).at()).isAfterOrEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "two  spaces inside",
                "Zażółć gęślą jaźń, ñandú, Straße",
                "日本語の商品名",
                "emoji 🕯️👩‍👩‍👧 and e\u0301",
                "quote ' double \" back\\slash %s ${x} :y ? -- ; /* */",
                "line\nbreak\ttab"
            })
    void textComesBackAsItWas(String text) {
        assertThat(inserted(newThing("a", text, 1)).get(NAME)).isEqualTo(text);
    }

    @Test
    void longTextComesBackAsItWas() {
        String text = "0123456789abcdef".repeat(6_250);
        assertThat(inserted(newThing("a", text, 1)).get(NAME)).isEqualTo(text);
    }

    @Test
    void keysAreCaseSensitiveAndKeepInnerSpaces() {
        String longest = "X".repeat(60) + " - Z";
        List<String> keys = List.of(
                "ab", "AB", "aB", "a b", "a  b", "a-b", "a_b", longest, longest.toLowerCase(java.util.Locale.ROOT));
        for (int i = 0; i < keys.size(); i++) {
            applied(newStock(keys.get(i), i));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(onHand(keys.get(i))).as(keys.get(i)).isEqualTo(i);
            assertThat(row(stock(keys.get(i))).key()).isEqualTo(stock(keys.get(i)));
        }
    }

    @Test
    void keysOfSeveralColumnsDifferInEach() {
        List<RowKey> keys = List.of(
                COUNTER.key(1L, "a", 1L),
                COUNTER.key(1L, "a", 2L),
                COUNTER.key(1L, "b", 1L),
                COUNTER.key(2L, "a", 1L),
                COUNTER.key(Long.MIN_VALUE, "a", Long.MAX_VALUE));
        for (int i = 0; i < keys.size(); i++) {
            long count = i;
            applied(Write.insert(keys.get(i), values -> values.set(COUNT, count)));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(row(keys.get(i)).get(COUNT)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L})
    void wholeNumbersComeBackAsTheyWere(long number) {
        assertThat(inserted(newCounter(1, number)).get(COUNT)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.00", "1", "1.5", "1.50", "-2.5500", "0.000001", "12345678901234567890.123456789", "100"})
    void decimalsKeepTheirScale(String number) {
        BigDecimal price = new BigDecimal(number);
        Row row = inserted(Write.insert(
                thing("a"), values -> values.set(NAME, "a").set(SIZE, 1L).set(PRICE, price)));
        assertThat(row.get(PRICE)).isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-29T01:30:00.000001Z",
                "2026-10-25T01:30:00.123456Z",
                "1900-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void momentsKeepTheirMicroseconds(String time) {
        Instant due = Instant.parse(time);
        assertThat(inserted(dueAt("a", due)).get(DUE)).isEqualTo(due);
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        Instant due = Instant.parse("2026-01-31T12:00:00.123456999Z");
        assertThat(inserted(dueAt("a", due)).get(DUE)).isEqualTo(due.truncatedTo(MICROS));
    }

    @Test
    void jsonComesBackAsTheSameDocument() {
        String json = "{\"a\": 1, \"b\": [true, null, \"x\"], \"c\": {\"d\": \"ü'🕯️\", \"e\": \"1.50\"}}";
        Row row = inserted(Write.insert(
                thing("a"), values -> values.set(NAME, "a").set(SIZE, 1L).set(BODY, json)));
        assertThat(row.get(BODY).replace(" ", "")).isEqualTo(json.replace(" ", ""));
    }

    private static Write due(String id, Duration plus) {
        return Write.insert(
                thing(id), values -> values.set(NAME, id).set(SIZE, 1L).setToNow(DUE, plus));
    }

    private static Write dueAt(String id, Instant due) {
        return Write.insert(
                thing(id), values -> values.set(NAME, id).set(SIZE, 1L).set(DUE, due));
    }
}
