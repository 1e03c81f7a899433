package dev.commercekit.testkit.inventory;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static dev.commercekit.testkit.Refusals.reused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.InsufficientStockException;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.testkit.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts, adjustments, policies, and what is no count. */
abstract class CountRules extends InventoryFixture {

    @Test
    void aSkuThatWasNeverSeenHasNothingAndIsTracked() {
        assertThat(inventory.level(A)).isEqualTo(new StockLevel(A, StockPolicy.TRACKED, 0, 0));
        assertThat(ledger(A, 10)).isEmpty();
    }

    @Test
    void receivedUnitsAreAvailable() {
        assertThat(inventory.receive(A, 5, key())).isEqualTo(new StockLevel(A, StockPolicy.TRACKED, 5, 0));
        assertThat(inventory.receive(A, 7, key()).available()).isEqualTo(12);
        isAt(A, 12, 0);
        isAt(B, 0, 0);
    }

    @Test
    void skusAreCaseSensitive() {
        stocked(Sku.of("x 1"), 3);
        isAt(Sku.of("X 1"), 0, 0);
    }

    @Test
    void aRepeatedReceiptCountsOnceAndAnswersAsTheFirstTime() {
        IdempotencyKey key = key();
        StockLevel first = inventory.receive(A, 5, key);
        stocked(A, 100);
        held("h", line(A, 50));
        assertThat(second.receive(A, 5, key)).isEqualTo(first);
        isAt(A, 55, 50);
    }

    @Test
    void aRepeatedAdjustmentCountsOnceAndAnswersAsTheFirstTime() {
        stocked(A, 5);
        IdempotencyKey key = key();
        StockLevel first = inventory.adjust(A, -5, "broken", key);
        stocked(A, 1);
        assertThat(second.adjust(A, -5, "broken", key)).isEqualTo(first);
        isAt(A, 1, 0);
    }

    @Test
    void aKeyIsRefusedForAnotherRequest() {
        IdempotencyKey receipt = key();
        inventory.receive(A, 5, receipt);
        reused(() -> inventory.receive(A, 6, receipt));
        reused(() -> inventory.receive(B, 5, receipt));
        IdempotencyKey correction = key();
        inventory.adjust(A, -1, "lost", correction);
        reused(() -> inventory.adjust(A, -2, "lost", correction));
        reused(() -> inventory.adjust(A, -1, "found", correction));
        reused(() -> inventory.adjust(B, -1, "lost", correction));
        isAt(A, 4, 0);
        isAt(B, 0, 0);
    }

    @Test
    void adjustmentsGoBothWaysDownToZero() {
        assertThat(inventory.adjust(A, 4, "counted", key()).available()).isEqualTo(4);
        assertThat(inventory.adjust(A, -4, "broken", key()).available()).isZero();
        isAt(A, 0, 0);
    }

    @Test
    void anAdjustmentBelowZeroIsRefusedAndClaimsNothing() {
        stocked(A, 5);
        held("h", line(A, 2));
        IdempotencyKey key = key();
        InsufficientStockException refused =
                catchThrowableOfType(InsufficientStockException.class, () -> inventory.adjust(A, -4, "stolen", key));
        assertThat(refused.sku()).isEqualTo(A);
        assertThat(refused.delta()).isEqualTo(-4);
        isAt(A, 3, 2);
        stocked(A, 1);
        assertThat(inventory.adjust(A, -4, "stolen", key).available()).isZero();
        assertThat(catchThrowableOfType(
                        InsufficientStockException.class, () -> inventory.adjust(B, -1, "stolen", key())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, StockLine.MAX_QUANTITY + 1, Long.MAX_VALUE})
    void aQuantityOutOfRangeIsRefused(long quantity) {
        IdempotencyKey key = key();
        invalid("quantity", () -> inventory.receive(A, quantity, key));
        isAt(A, 0, 0);
        inventory.receive(A, StockLine.MAX_QUANTITY, key);
        isAt(A, StockLine.MAX_QUANTITY, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE, -StockLine.MAX_QUANTITY - 1, StockLine.MAX_QUANTITY + 1, Long.MAX_VALUE})
    void anAdjustmentOutOfRangeIsRefused(long delta) {
        stocked(A, 1);
        invalid("delta", () -> inventory.adjust(A, delta, "counted", key()));
        isAt(A, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "tab\there", "nul\0", "card 4111 1111 1111 1111"})
    void aReasonThatIsNoPlainTextIsRefused(String reason) {
        invalid("reason", () -> inventory.adjust(A, 1, reason, key()));
        isAt(A, 0, 0);
    }

    @Test
    void aReasonHasUpTo200Characters() {
        invalid("reason", () -> inventory.adjust(A, 1, "x".repeat(201), key()));
        inventory.adjust(A, 1, "ü".repeat(200), key());
        isAt(A, 1, 0);
    }

    @Test
    void nothingMayBeMissing() {
        invalid("sku", () -> inventory.receive(missing(), 1, key()));
        invalid("idempotencyKey", () -> inventory.receive(A, 1, missing()));
        invalid("sku", () -> inventory.adjust(missing(), 1, "counted", key()));
        invalid("reason", () -> inventory.adjust(A, 1, missing(), key()));
        invalid("idempotencyKey", () -> inventory.adjust(A, 1, "counted", missing()));
        invalid("sku", () -> inventory.setPolicy(missing(), StockPolicy.TRACKED));
        invalid("policy", () -> inventory.setPolicy(A, missing()));
        invalid("sku", () -> inventory.level(missing()));
        isAt(A, 0, 0);
    }

    @Test
    void aKeyHasUpTo255Characters() {
        invalid("idempotencyKey", () -> inventory.receive(A, 1, IdempotencyKey.of("k".repeat(10_000))));
        inventory.receive(A, 1, IdempotencyKey.of("k".repeat(255)));
        isAt(A, 1, 0);
    }

    @Test
    void commandsNeedThePermissionToManageStock() {
        IdempotencyKey key = key();
        denied(Permission.MANAGE_STOCK, () -> inventory.receive(A, 1, key));
        denied(Permission.MANAGE_STOCK, () -> inventory.adjust(A, 1, "counted", key));
        denied(Permission.MANAGE_STOCK, () -> inventory.setPolicy(A, StockPolicy.UNTRACKED));
        isAt(A, 0, 0);
        Principal clerk = Principal.of("clerk", Permission.MANAGE_STOCK);
        Refusals.as(clerk, () -> inventory.receive(A, 1, key));
        Refusals.as(
                Principal.of("nobody"),
                () -> assertThat(inventory.level(A).available()).isEqualTo(1));
    }

    @Test
    void anUntrackedSkuIsNotCounted() {
        stocked(A, 5);
        inventory.setPolicy(A, StockPolicy.UNTRACKED);
        inventory.setPolicy(A, StockPolicy.UNTRACKED);
        StockLevel uncounted = new StockLevel(A, StockPolicy.UNTRACKED, 0, 0);
        assertThat(inventory.level(A)).isEqualTo(uncounted);
        assertThat(inventory.receive(A, 9, key())).isEqualTo(uncounted);
        assertThat(inventory.adjust(A, -9, "gone", key())).isEqualTo(uncounted);
        inventory.setPolicy(A, StockPolicy.TRACKED);
        isAt(A, 5, 0);
    }
}
