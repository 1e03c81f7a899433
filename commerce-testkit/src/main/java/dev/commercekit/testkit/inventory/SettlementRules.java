package dev.commercekit.testkit.inventory;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static dev.commercekit.testkit.Refusals.reused;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Permission;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldSettledException;
import dev.commercekit.inventory.HoldState;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What becomes of holds. */
abstract class SettlementRules extends HoldRules {

    @Test
    void aConfirmedHoldIsSold() {
        stocked(A, 5);
        Hold hold = held("h", line(A, 2));
        Hold sold = inventory.confirm(H, key());
        assertThat(sold).isEqualTo(new Hold(H, HoldState.SOLD, hold.lines(), hold.expiresAt()));
        assertThat(second.find(H)).contains(sold);
        isAt(A, 3, 0);
    }

    @Test
    void aReleasedHoldGoesBack() {
        stocked(A, 5);
        stocked(B, 5);
        Hold hold = held("h", line(A, 2), line(B, 5));
        Hold released = inventory.release(H, key());
        assertThat(released).isEqualTo(new Hold(H, HoldState.RELEASED, hold.lines(), hold.expiresAt()));
        assertThat(second.find(H)).contains(released);
        isAt(A, 5, 0);
        isAt(B, 5, 0);
    }

    @Test
    void settlingAgainAnswersTheSame() {
        stocked(A, 5);
        held("sold", line(A, 2));
        held("released", line(A, 2));
        HoldId sold = HoldId.of("sold");
        HoldId released = HoldId.of("released");
        IdempotencyKey one = key();
        IdempotencyKey other = key();
        Hold first = inventory.confirm(sold, one);
        assertThat(second.confirm(sold, one)).isEqualTo(first);
        assertThat(inventory.confirm(sold, key())).isEqualTo(first);
        Hold back = inventory.release(released, other);
        assertThat(second.release(released, other)).isEqualTo(back);
        assertThat(inventory.release(released, key())).isEqualTo(back);
        isAt(A, 3, 0);
    }

    @Test
    void aHoldIsSettledOneWayOnly() {
        stocked(A, 5);
        held("sold", line(A, 2));
        held("released", line(A, 2));
        inventory.confirm(HoldId.of("sold"), key());
        inventory.release(HoldId.of("released"), key());
        settled("sold", HoldState.SOLD, () -> inventory.release(HoldId.of("sold"), key()));
        settled("released", HoldState.RELEASED, () -> inventory.confirm(HoldId.of("released"), key()));
        isAt(A, 3, 0);
    }

    @Test
    void settlingAnUnknownHoldIsRefusedAndClaimsNothing() {
        IdempotencyKey key = key();
        unknown("hold", "h", () -> inventory.confirm(H, key));
        unknown("hold", "h", () -> inventory.release(H, key));
        assertThat(inventory.find(H)).isEmpty();
        stocked(A, 1);
        held("h", line(A, 1));
        assertThat(inventory.confirm(H, key).state()).isEqualTo(HoldState.SOLD);
    }

    @Test
    void aKeyOfASettlementIsRefusedForAnotherHold() {
        stocked(A, 5);
        held("h", line(A, 1));
        held("other", line(A, 1));
        IdempotencyKey key = key();
        inventory.confirm(H, key);
        reused(() -> inventory.confirm(HoldId.of("other"), key));
        isAt(A, 3, 1);
    }

    @Test
    void nothingMayBeMissingInASettlement() {
        stocked(A, 5);
        held("h", line(A, 1));
        invalid("holdId", () -> inventory.confirm(missing(), key()));
        invalid("idempotencyKey", () -> inventory.confirm(H, missing()));
        invalid("holdId", () -> inventory.release(missing(), key()));
        invalid("idempotencyKey", () -> inventory.release(H, missing()));
        invalid("holdId", () -> inventory.find(missing()));
        denied(Permission.MANAGE_STOCK, () -> inventory.confirm(H, key()));
        denied(Permission.MANAGE_STOCK, () -> inventory.release(H, key()));
        isAt(A, 4, 1);
    }

    private static void settled(String id, HoldState state, ThrowingCallable call) {
        HoldSettledException refused = catchThrowableOfType(HoldSettledException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.hold()).isEqualTo(HoldId.of(id));
        assertThat(refused.state()).isEqualTo(state);
    }
}
