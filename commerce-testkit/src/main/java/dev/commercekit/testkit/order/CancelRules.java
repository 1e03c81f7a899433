package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Refusals.reused;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.CancelResult.Cancelled;
import dev.commercekit.order.CancelResult.NotCancellable;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An order is cancelled wherever it stands, unless something of it was sent. */
abstract class CancelRules extends ReturnRules {

    static final String WHY = "changed my mind";

    /** Demands the final answer, for this key and for any other. */
    private void isCancelled(OrderId id, IdempotencyKey key, String refunded) {
        CancelResult cancelled = new Cancelled(id, pounds(refunded));
        assertThat(ports.orders().cancel(id, WHY, key)).isEqualTo(cancelled);
        assertThat(second.orders().cancel(id, WHY, key)).isEqualTo(cancelled);
        assertThat(ports.orders().cancel(id, "once more", key())).isEqualTo(cancelled);
        isCancelled(id);
        assertThat(order(id).payment().refunded()).isEqualTo(pounds(refunded));
        isAt(HOLDER, 10, 0);
    }

    @Test
    void cancelsAConfirmedOrderAndGivesEverythingBack() {
        OrderId id = bought();
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        isCancelled(id, key, "0");
        assertThat(order(id).payment().released()).isEqualTo(pounds("7.65"));
        assertThat(order(id).cancelReason()).contains(WHY);
        assertThat(inOrder(id))
                .hasExactlyElementsOfTypes(
                        OrderEvent.OrderPlaced.class,
                        OrderEvent.OrderConfirmed.class,
                        OrderEvent.CancellationRequested.class,
                        OrderEvent.OrderCancelled.class);
    }

    @Test
    void refundsWhatWasTaken() {
        OrderId id = paid();
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        isCancelled(id, key, "7.65");
    }

    @Test
    void cancelsAnOrderThatCostsNothing() {
        price(HOLDER, "0.00");
        OrderId id = bought(PaymentCase.DECLINED);
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        isCancelled(id, key, "0");
    }

    @Test
    void cancelsAnOrderThatWaitsForItsBuyer() {
        OrderId id = pending(buy(cart(HOLDER, 3), PaymentCase.ACTION_REQUIRED)).order();
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        settle();
        isCancelled(id, key, "0");
        assertThat(order(id).cancelReason()).contains(WHY);
    }

    @Test
    void cancelsAnOrderWhosePaymentIsUnknownOnceItIsKnown() {
        OrderId id = pending(buy(cart(HOLDER, 3), PaymentCase.REPLY_LOST)).order();
        IdempotencyKey key = key();
        IdempotencyKey other = key();
        ports.orders().cancel(id, WHY, key);
        ports.orders().cancel(id, WHY, other);
        settle();
        isCancelled(id, key, "0");
        isCancelled(id, other, "0");
    }

    @Test
    void cancelsAnOrderWhoseTimeIsOverOnceItsPaymentIsKnown() {
        OrderId id = pending(buy(cart(HOLDER, 3), PaymentCase.UNREACHABLE)).order();
        pass(Duration.ofHours(2));
        assertThat(order(id).status()).isEqualTo(OrderStatus.EXPIRING);
        IdempotencyKey key = key();
        assertThat(ports.orders().cancel(id, WHY, key)).isEqualTo(new CancelResult.Pending(id));
        isAt(HOLDER, 7, 3);
        pass(Duration.ofHours(2));
        isCancelled(id, key, "0");
    }

    @Test
    void anOrderThatIsCancelledAlreadyStaysSo() {
        OrderId id = ((CheckoutResult.Declined) buy(cart(HOLDER, 3), PaymentCase.DECLINED)).order();
        String reason = order(id).cancelReason().orElseThrow();
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        isCancelled(id, key, "0");
        assertThat(order(id).cancelReason()).contains(reason);
    }

    @Test
    void cancelsOnceWhatTheGatewayGaveNoAnswerTo() {
        OrderId id = bought(PaymentCase.RELEASE_REPLY_LOST);
        IdempotencyKey key = key();
        assertThat(ports.orders().cancel(id, WHY, key)).isEqualTo(new CancelResult.Pending(id));
        assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLING);
        isAt(HOLDER, 7, 0);
        settle();
        isCancelled(id, key, "0");
    }

    @Test
    void doesNotCancelWhatWasSent() {
        OrderId all = shipped();
        OrderId some = bought();
        ship(some, holders(1));
        IdempotencyKey key = key();
        CancelResult result = ports.orders().cancel(all, WHY, key);
        assertThat(result).isEqualTo(new NotCancellable(all, OrderStatus.SHIPPED));
        assertThat(second.orders().cancel(all, WHY, key)).isEqualTo(result);
        IdempotencyKey partly = key();
        CancelResult refused = new NotCancellable(some, OrderStatus.PARTIALLY_SHIPPED);
        assertThat(ports.orders().cancel(some, WHY, partly)).isEqualTo(refused);
        ship(some);
        assertThat(ports.orders().cancel(some, WHY, partly)).isEqualTo(refused);
        stands(all, OrderStatus.SHIPPED, "7.65", "0");
        stands(some, OrderStatus.SHIPPED, "7.65", "0");
        isAt(HOLDER, 4, 0);
    }

    @Test
    void refusesACancellationKeyThatComesWithAnotherRequest() {
        OrderId id = bought();
        OrderId other = bought();
        OrderId waiting =
                pending(buy(cart(HOLDER, 1), PaymentCase.ACTION_REQUIRED)).order();
        IdempotencyKey key = key();
        ports.orders().cancel(id, WHY, key);
        reused(() -> ports.orders().cancel(id, "another reason", key));
        reused(() -> second.orders().cancel(other, WHY, key));
        reused(() -> ports.orders().cancel(waiting, WHY, key));
        stands(other, OrderStatus.CONFIRMED, "0", "0");
        assertThat(order(waiting).status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void refusesAKeyOfAPendingCancellationThatComesWithAnotherRequest() {
        OrderId waiting = pending(buy(cart(HOLDER, 1), PaymentCase.REPLY_LOST)).order();
        OrderId other = bought();
        IdempotencyKey key = key();
        ports.orders().cancel(waiting, WHY, key);
        reused(() -> ports.orders().cancel(waiting, "another reason", key));
        reused(() -> ports.orders().cancel(other, WHY, key));
        stands(other, OrderStatus.CONFIRMED, "0", "0");
    }

    @Test
    void refusesToCancelWhatIsNotThere() {
        unknown("order", "nobody", () -> ports.orders().cancel(OrderId.of("nobody"), WHY, key()));
    }
}
