package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNTER;
import static dev.commercekit.testkit.storage.model.ContractTables.DUE;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.PRICE;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.STOCK;
import static dev.commercekit.testkit.storage.model.ContractTables.THING;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scans: every kind of index, prefixes, ranges, both directions, pages. */
abstract class ScanRules extends ValueRules {

    private void things(String... ids) {
        for (String id : ids) {
            applied(newThing(id, id.substring(0, 1), id.length()));
        }
    }

    private List<String> ids(Scan scan) {
        return storage.scan(scan).rows().stream()
                .map(row -> row.get(ContractTables.ID))
                .toList();
    }

    private void both(Scan scan, String... ids) {
        assertThat(ids(scan)).containsExactly(ids);
        List<String> reversed = new ArrayList<>(List.of(ids));
        Collections.reverse(reversed);
        assertThat(ids(scan.backwards())).containsExactlyElementsOf(reversed);
    }

    @Test
    void anEmptyTableHasNoRows() {
        both(Scan.of(THING));
        both(Scan.of(THING, "by_name_size"));
    }

    @Test
    void rowsStandInTheOrderOfTheKey() {
        things("b", "a b", "B", "a", "ab", "Z", "a-b", "a1", "_");
        both(Scan.of(THING), "B", "Z", "_", "a", "a b", "a-b", "a1", "ab", "b");
        both(Scan.of(THING).from("a").to("ab"), "a", "a b", "a-b", "a1", "ab");
        both(Scan.of(THING).equal("a"), "a");
        both(Scan.of(THING).from("b").to("a"));
    }

    @Test
    void keysOfSeveralColumnsStandInTheirOrder() {
        for (long a : new long[] {10, 9, -1}) {
            for (String b : List.of("y", "x")) {
                for (long c : new long[] {2, 10}) {
                    applied(Write.insert(COUNTER.key(a, b, c), values -> values.set(COUNT, 0L)));
                }
            }
        }
        assertThat(keys(Scan.of(COUNTER)))
                .startsWith(List.of(-1L, "x", 2L), List.of(-1L, "x", 10L))
                .endsWith(List.of(10L, "y", 10L));
        assertThat(keys(Scan.of(COUNTER).equal(9L)))
                .hasSize(4)
                .allMatch(key -> key.get(0).equals(9L));
        assertThat(keys(Scan.of(COUNTER).equal(9L, "x").from(3L))).containsExactly(List.of(9L, "x", 10L));
        assertThat(keys(Scan.of(COUNTER).equal(9L).to("x").backwards()))
                .containsExactly(List.of(9L, "x", 10L), List.of(9L, "x", 2L));
        assertThat(keys(Scan.of(COUNTER).equal(9L, "y", 2L))).containsExactly(List.of(9L, "y", 2L));
    }

    private List<List<Object>> keys(Scan scan) {
        return storage.scan(scan).rows().stream().map(row -> row.key().values()).toList();
    }

    @Test
    void rowsStandInTheOrderOfAnIndexThenOfTheKey() {
        things("b", "a", "ab", "aa", "ba", "abc");
        both(Scan.of(THING, "by_name_size"), "a", "aa", "ab", "abc", "b", "ba");
        both(Scan.of(THING, "by_name_size").equal("a"), "a", "aa", "ab", "abc");
        both(Scan.of(THING, "by_name_size").equal("a", 2L), "aa", "ab");
        both(Scan.of(THING, "by_name_size").equal("a", 2L, "ab"), "ab");
        both(Scan.of(THING, "by_name_size").equal("a", 2L).from("ab"), "ab");
        both(Scan.of(THING, "by_name_size").equal("a").from(2L), "aa", "ab", "abc");
        both(Scan.of(THING, "by_name_size").equal("a").from(1L).to(2L), "a", "aa", "ab");
        both(Scan.of(THING, "by_name_size").from("b"), "b", "ba");
        both(Scan.of(THING, "by_name_size").to("a"), "a", "aa", "ab", "abc");
        both(Scan.of(THING, "by_name_size").equal("c"));
    }

    @Test
    void anIndexFollowsUpdatesAdditionsAndDeletions() {
        applied(newStock("a", 5), newStock("b", 7), newStock("c", 9));
        assertThat(skus(Scan.of(STOCK, "by_on_hand"))).containsExactly("a", "b", "c");
        applied(Write.add(ContractTables.stock("a"), ON_HAND, 3));
        assertThat(skus(Scan.of(STOCK, "by_on_hand"))).containsExactly("b", "a", "c");
        applied(Write.update(row(ContractTables.stock("c")), values -> values.set(ON_HAND, 0L)));
        assertThat(skus(Scan.of(STOCK, "by_on_hand").to(7L))).containsExactly("c", "b");
        applied(Write.delete(row(ContractTables.stock("b"))));
        assertThat(skus(Scan.of(STOCK, "by_on_hand"))).containsExactly("c", "a");
        assertThat(skus(Scan.of(STOCK))).containsExactly("a", "c");
        assertThat(storage.scan(Scan.of(STOCK, "by_on_hand")).rows().get(1).version())
                .isEqualTo(2);
    }

    private List<String> skus(Scan scan) {
        return storage.scan(scan).rows().stream()
                .map(row -> row.get(ContractTables.SKU))
                .toList();
    }

    @Test
    void rowsWithAnEmptyColumnAreNotInItsIndex() {
        things("a", "b", "c");
        assertThat(ids(Scan.of(THING, "by_due"))).isEmpty();
        Instant due = Instant.parse("2026-01-31T12:00:00.000001Z");
        applied(Write.update(row(thing("b")), values -> values.set(DUE, due)));
        applied(Write.update(row(thing("a")), values -> values.set(DUE, due.plusNanos(1_000))));
        both(Scan.of(THING, "by_due"), "b", "a");
        both(Scan.of(THING, "by_due").to(due), "b");
        applied(Write.update(row(thing("b")), values -> values.empty(DUE)));
        both(Scan.of(THING, "by_due"), "a");
        both(Scan.of(THING), "a", "b", "c");
    }

    @Test
    void decimalsSortByTheirValue() {
        List<String> prices = List.of("10", "9.99", "-1", "0.5", "2.00");
        for (int i = 0; i < prices.size(); i++) {
            BigDecimal price = new BigDecimal(prices.get(i));
            String id = "p" + i;
            applied(Write.insert(
                    thing(id), values -> values.set(NAME, id).set(SIZE, 1L).set(PRICE, price)));
        }
        both(Scan.of(THING, "by_price"), "p2", "p3", "p4", "p1", "p0");
        both(Scan.of(THING, "by_price").equal(new BigDecimal("2")), "p4");
        both(Scan.of(THING, "by_price").from(new BigDecimal("0.50")).to(new BigDecimal("9.99")), "p3", "p4", "p1");
    }

    @Test
    void aScanHasAtMostItsLimit() {
        things("a", "b", "c", "d");
        assertThat(ids(Scan.of(THING).limit(2))).containsExactly("a", "b");
        assertThat(ids(Scan.of(THING).limit(2).backwards())).containsExactly("d", "c");
        assertThat(ids(Scan.of(THING).limit(4))).hasSize(4);
    }

    @Test
    void aScanGoesOnAfterARowThatMayBeGone() {
        things("aa", "a", "b", "ba", "bb");
        for (String index : List.of("primary", "by_name_size")) {
            List<Row> page = storage.scan(Scan.of(THING, index).limit(2)).rows();
            assertThat(page).extracting(row -> row.get(ContractTables.ID)).containsExactly("a", "aa");
            assertThat(ids(Scan.of(THING, index).after(page.get(1)))).containsExactly("b", "ba", "bb");
            assertThat(ids(Scan.of(THING, index).after(page.get(1)).from("b").to("b")))
                    .first()
                    .isEqualTo("b");
            assertThat(ids(Scan.of(THING, index).after(page.get(1)).backwards()))
                    .containsExactly("a");
        }
        Row gone = row(thing("ba"));
        applied(Write.delete(gone));
        for (String index : List.of("primary", "by_name_size")) {
            assertThat(ids(Scan.of(THING, index).after(gone))).containsExactly("bb");
            assertThat(ids(Scan.of(THING, index).after(gone).backwards().limit(2)))
                    .containsExactly("b", "aa");
        }
        assertThat(ids(Scan.of(THING, "by_name_size").equal("b").after(gone))).containsExactly("bb");
        assertThat(ids(Scan.of(THING, "by_name_size").equal("a").after(gone))).isEmpty();
        assertThat(ids(Scan.of(THING, "by_name_size").equal("a").after(gone).backwards()))
                .containsExactly("aa", "a");
    }

    @Test
    void pagesHoldEveryRowOnceWhileOthersAreInserted() {
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            writes.add(newThing("t%04d".formatted(i * 2), "n" + i % 3, i % 7));
        }
        Collections.shuffle(writes, new java.util.Random(1));
        applied(writes.toArray(Write[]::new));
        for (Scan scan : Arrays.asList(
                Scan.of(THING),
                Scan.of(THING, "by_name_size"),
                Scan.of(THING, "by_name_size").backwards())) {
            List<String> seen = new ArrayList<>();
            List<Row> page = storage.scan(scan.limit(37)).rows();
            for (int round = 0; !page.isEmpty(); round++) {
                assertThat(round).as("pages of %s", scan).isLessThan(100);
                page.forEach(row -> seen.add(row.get(ContractTables.ID)));
                String id = "t%04d".formatted(round * 60 + 1);
                Write insert = newThing(id, "n" + round % 3, round);
                second.commit(set(insert));
                page = storage.scan(scan.limit(37).after(page.get(page.size() - 1)))
                        .rows();
            }
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen.stream().filter(id -> Integer.parseInt(id.substring(1)) % 2 == 0))
                    .hasSize(500);
        }
    }
}
