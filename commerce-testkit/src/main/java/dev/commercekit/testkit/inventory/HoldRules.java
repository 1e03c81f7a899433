package dev.commercekit.testkit.inventory;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static dev.commercekit.testkit.Refusals.reused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Permission;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Setting units aside. */
abstract class HoldRules extends CountRules {

    static final HoldId H = HoldId.of("h");

    @Test
    void aHoldSetsAllItsLinesAside() {
        stocked(A, 5);
        stocked(B, 5);
        Hold hold = held("h", line(A, 2), line(B, 5));
        assertThat(hold.id()).isEqualTo(H);
        assertThat(hold.state()).isEqualTo(HoldState.HELD);
        assertThat(hold.lines()).containsExactly(line(B, 5), line(A, 2));
        assertThat(second.find(H)).contains(hold);
        isAt(A, 3, 2);
        isAt(B, 0, 5);
    }

    @Test
    void linesOfOneSkuAreSummedFirst() {
        stocked(A, 10);
        HoldResult result = inventory.hold(H, List.of(line(A, 6), line(A, 5)), HOUR, key());
        assertThat(outOfStock(result).shortages()).containsExactly(new Shortage(A, 11, 10));
        assertThat(held("h", line(A, 6), line(A, 4)).lines()).containsExactly(line(A, 10));
        isAt(A, 0, 10);
    }

    @Test
    void aHoldIsForAllLinesOrForNone() {
        stocked(A, 5);
        stocked(C, 1);
        HoldResult result = inventory.hold(H, List.of(line(C, 2), line(A, 5), line(B, 1)), HOUR, key());
        assertThat(outOfStock(result).shortages()).containsExactly(new Shortage(B, 1, 0), new Shortage(C, 2, 1));
        assertThat(inventory.find(H)).isEmpty();
        isAt(A, 5, 0);
        isAt(C, 1, 0);
    }

    @Test
    void outOfStockStaysSoForItsKey() {
        IdempotencyKey key = key();
        HoldResult first = inventory.hold(H, List.of(line(A, 1)), HOUR, key);
        stocked(A, 10);
        assertThat(second.hold(H, List.of(line(A, 1)), HOUR, key)).isEqualTo(first);
        isAt(A, 10, 0);
        assertThat(held("h", line(A, 1)).state()).isEqualTo(HoldState.HELD);
        isAt(A, 9, 1);
    }

    @Test
    void aRepeatedHoldAnswersAsTheFirstTime() {
        stocked(A, 5);
        IdempotencyKey key = key();
        HoldResult first = inventory.hold(H, List.of(line(A, 1), line(A, 1)), HOUR, key);
        assertThat(second.hold(H, List.of(line(A, 2)), HOUR, key)).isEqualTo(first);
        inventory.release(H, key());
        assertThat(inventory.hold(H, List.of(line(A, 2)), HOUR, key)).isEqualTo(first);
        isAt(A, 5, 0);
    }

    @Test
    void aKeyOfAHoldIsRefusedForAnotherOne() {
        stocked(A, 5);
        IdempotencyKey key = key();
        inventory.hold(H, List.of(line(A, 2)), HOUR, key);
        reused(() -> inventory.hold(H, List.of(line(A, 1)), HOUR, key));
        reused(() -> inventory.hold(H, List.of(line(A, 2)), HOUR.plusSeconds(1), key));
        reused(() -> inventory.hold(HoldId.of("other"), List.of(line(A, 2)), HOUR, key));
        isAt(A, 3, 2);
    }

    @Test
    void anIdNamesOneHoldForEver() {
        stocked(A, 5);
        stocked(B, 5);
        held("h", line(A, 1));
        invalid("holdId", () -> inventory.hold(H, List.of(line(B, 1)), HOUR, key()));
        inventory.release(H, key());
        invalid("holdId", () -> inventory.hold(H, List.of(line(A, 1)), HOUR, key()));
        isAt(A, 5, 0);
        isAt(B, 5, 0);
    }

    @Test
    void anUntrackedSkuNeverRunsOut() {
        inventory.setPolicy(A, StockPolicy.UNTRACKED);
        stocked(B, 1);
        Hold hold = held("h", line(A, 1_000), line(B, 1));
        assertThat(hold.lines()).containsExactly(line(B, 1), line(A, 1_000));
        assertThat(inventory.level(A).available()).isZero();
        assertThat(ledger(A, 10)).isEmpty();
        assertThat(inventory.confirm(H, key()).state()).isEqualTo(HoldState.SOLD);
        isAt(B, 0, 0);
    }

    @Test
    void heldUnitsKeepThePolicyOfTheirTime() {
        stocked(A, 5);
        held("counted", line(A, 2));
        inventory.setPolicy(A, StockPolicy.UNTRACKED);
        held("uncounted", line(A, 50));
        inventory.release(HoldId.of("counted"), key());
        inventory.setPolicy(A, StockPolicy.TRACKED);
        isAt(A, 5, 0);
        inventory.release(HoldId.of("uncounted"), key());
        isAt(A, 5, 0);
    }

    @Test
    void aHoldTakes1200Lines() {
        List<StockLine> lines = new ArrayList<>();
        IntStream.range(0, 1_200).forEach(i -> {
            inventory.setPolicy(Sku.of("sku " + i), StockPolicy.UNTRACKED);
            lines.add(line(Sku.of("sku " + i), 1));
        });
        assertThat(held("h", lines.toArray(StockLine[]::new)).lines()).hasSize(1_200);
        assertThat(inventory.find(H).orElseThrow().lines()).hasSize(1_200);
        invalid(
                "lines",
                () -> inventory.hold(
                        HoldId.of("huge"), java.util.Collections.nCopies(100_000, line(A, 1)), HOUR, key()));
    }

    @Test
    void badHoldsAreRefusedAndClaimNothing() {
        stocked(A, 5);
        IdempotencyKey key = key();
        List<StockLine> one = List.of(line(A, 1));
        invalid("holdId", () -> inventory.hold(missing(), one, HOUR, key));
        invalid("lines", () -> inventory.hold(H, missing(), HOUR, key));
        invalid("lines", () -> inventory.hold(H, List.of(), HOUR, key));
        invalid("lines", () -> inventory.hold(H, java.util.Arrays.asList(line(A, 1), missing()), HOUR, key));
        invalid("expiresAfter", () -> inventory.hold(H, one, missing(), key));
        invalid("expiresAfter", () -> inventory.hold(H, one, Duration.ofMillis(999), key));
        invalid("expiresAfter", () -> inventory.hold(H, one, Duration.ofDays(30).plusNanos(1), key));
        invalid("idempotencyKey", () -> inventory.hold(H, one, HOUR, missing()));
        StockLine most = line(A, StockLine.MAX_QUANTITY);
        invalid("quantity", () -> inventory.hold(H, List.of(most, most), HOUR, key));
        denied(Permission.MANAGE_STOCK, () -> inventory.hold(H, one, HOUR, key));
        isAt(A, 5, 0);
        inventory.hold(H, one, Duration.ofDays(30), key);
        inventory.hold(HoldId.of("short"), one, Duration.ofSeconds(1), key());
        isAt(A, 3, 2);
    }

    @Test
    void aHoldOfWhichTheTimeIsOverIsReleased() {
        stocked(A, 5);
        held("h", line(A, 2));
        inventory.hold(HoldId.of("later"), List.of(line(A, 1)), HOUR.multipliedBy(3), key());
        assumeTrue(passes(HOUR.plusMinutes(1)));
        assertThat(inventory.find(H).orElseThrow().state()).isEqualTo(HoldState.RELEASED);
        isAt(A, 4, 1);
    }

    @Test
    void aHoldThatWasSoldIsNotReleasedByTime() {
        stocked(A, 5);
        held("h", line(A, 2));
        inventory.confirm(H, key());
        assumeTrue(passes(HOUR.plusMinutes(1)));
        assertThat(inventory.find(H).orElseThrow().state()).isEqualTo(HoldState.SOLD);
        isAt(A, 3, 0);
    }
}
