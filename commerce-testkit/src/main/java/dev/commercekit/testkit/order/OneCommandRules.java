package dev.commercekit.testkit.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One command at a time moves the money of an order; the others wait or are told so, and nothing of them is kept. */
abstract class OneCommandRules extends CancelRules {

    /** Demands that a command did nothing while another is at work. */
    private static void waits(Object pending, Supplier<?> command) {
        Object answer;
        try {
            answer = command.get();
        } catch (OrderBusyException busy) {
            assertThat(busy.retryable()).isTrue();
            return;
        }
        assertThat(answer).isEqualTo(pending);
    }

    @Test
    void nothingElseMovesTheMoneyWhileItIsTaken() {
        OrderId id = bought(PaymentCase.CAPTURE_REPLY_LOST);
        ShipRequest first = ShipRequest.of(key(), id, holders(2));
        ShipRequest other = ShipRequest.of(key(), id, holders(2));
        assertThat(ports.orders().ship(first)).isEqualTo(new ShipResult.Pending(id));
        waits(new ShipResult.Pending(id), () -> second.orders().ship(other));
        waits(new CancelResult.Pending(id), () -> ports.orders().cancel(id, WHY, key("c")));
        waits(new ReturnResult.Pending(id), () -> takeBack(id, holders(1)));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
        settle();
        assertThat(ports.orders().ship(first)).isEqualTo(new ShipResult.Shipped(id, pounds("5.10")));
        assertThat(ports.orders().ship(other)).isInstanceOf(ShipResult.NotShippable.class);
        assertThat(ports.orders().cancel(id, WHY, key("c"))).isInstanceOf(CancelResult.NotCancellable.class);
        stands(id, OrderStatus.PARTIALLY_SHIPPED, "5.10", "0");
        moved(id, 2, 0);
    }

    @Test
    void nothingElseMovesTheMoneyWhileItIsGivenBack() {
        OrderId id = shipped(PaymentCase.REFUND_REPLY_LOST);
        ReturnRequest first = ReturnRequest.of(key(), id, holders(2)).restocked();
        ReturnRequest other = ReturnRequest.of(key(), id, holders(2)).restocked();
        assertThat(ports.orders().takeBack(first)).isEqualTo(new ReturnResult.Pending(id));
        waits(new ReturnResult.Pending(id), () -> second.orders().takeBack(other));
        settle();
        assertThat(ports.orders().takeBack(first)).isEqualTo(new ReturnResult.Returned(id, pounds("5.10")));
        assertThat(ports.orders().takeBack(other)).isInstanceOf(ReturnResult.NotReturnable.class);
        stands(id, OrderStatus.SHIPPED, "7.65", "5.10");
        isAt(HOLDER, 9, 0);
    }

    @Test
    void nothingElseMovesTheMoneyWhileItIsReleased() {
        OrderId id = bought(PaymentCase.RELEASE_REPLY_LOST);
        ShipRequest ship = ShipRequest.all(key(), id);
        assertThat(ports.orders().cancel(id, WHY, key("c"))).isEqualTo(new CancelResult.Pending(id));
        waits(new ShipResult.Pending(id), () -> second.orders().ship(ship));
        waits(new CancelResult.Pending(id), () -> second.orders().cancel(id, "me too", key("d")));
        settle();
        assertThat(ports.orders().ship(ship)).isInstanceOf(ShipResult.NotShippable.class);
        CancelResult cancelled = new CancelResult.Cancelled(id, pounds("0"));
        assertThat(ports.orders().cancel(id, WHY, key("c"))).isEqualTo(cancelled);
        assertThat(ports.orders().cancel(id, "me too", key("d"))).isEqualTo(cancelled);
        isCancelled(id);
        isAt(HOLDER, 10, 0);
    }
}
