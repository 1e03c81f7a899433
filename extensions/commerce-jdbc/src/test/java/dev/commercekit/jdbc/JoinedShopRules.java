package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Transactions.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.JoinedShop;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.InsufficientStockException;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What else a shop does inside of the host's transaction: stock, cancellations, and who may do so. */
abstract class JoinedShopRules extends JoinedPlacingRules {

    @Test
    void stockMovesWithTheHostsRows() {
        Inventory stock = joined().inventory();
        assertThat(stock.receive(LANTERN, 5, key()).available()).isEqualTo(5);
        assertThat(stock.adjust(HOLDER, -4, "broken", key()).available()).isEqualTo(6);
        HoldId hold = HoldId.of("window");
        assertThat(stock.hold(hold, List.of(new StockLine(LANTERN, 2)), Duration.ofMinutes(5), key()))
                .isInstanceOf(HoldResult.Held.class);
        assertThat(stock.level(LANTERN).held()).isEqualTo(2);
        isAt(LANTERN, 0, 0);
        isAt(HOLDER, 10, 0);
        commit();
        isAt(LANTERN, 3, 2);
        isAt(HOLDER, 6, 0);
        Hold released = joined().inventory().release(hold, key());
        assertThat(released.lines()).hasSize(1);
        rollBack();
        isAt(LANTERN, 3, 2);
        joined().inventory().confirm(hold, key());
        commit();
        isAt(LANTERN, 3, 0);
    }

    @Test
    void stockThatIsRefusedLeavesTheTransactionUsable() {
        execute(transaction, "INSERT INTO host_invoice VALUES (1)");
        Inventory stock = joined().inventory();
        IdempotencyKey key = key();
        assertThatExceptionOfType(InsufficientStockException.class)
                .isThrownBy(() -> stock.adjust(HOLDER, -11, "broken", key));
        assertThat(stock.adjust(HOLDER, -10, "broken", key()).available()).isZero();
        commit();
        assertThat(invoices()).isEqualTo(1);
        isAt(HOLDER, 0, 0);
    }

    @Test
    void anOrderIsCancelledBeforeItIsPaid() {
        CheckoutRequest request = holders(key(), 2);
        OrderId order = placed(request);
        IdempotencyKey key = key();
        assertThat(joined().cancel(order, "changed my mind", key)).isEqualTo(new CancelResult.Pending(order));
        rollBack();
        assertThat(order(order).status()).isEqualTo(OrderStatus.PLACED);

        assertThat(joined().cancel(order, "changed my mind", key)).isEqualTo(new CancelResult.Pending(order));
        assertThat(joined().cancel(order, "changed my mind", key)).isEqualTo(new CancelResult.Pending(order));
        assertThat(joined().find(order).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(order(order).status()).isEqualTo(OrderStatus.PLACED);
        commit();
        assertThat(calls()).isZero();
        housekeep(sqlShop.other);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(joined().cancel(order, "changed my mind", key))
                .isEqualTo(new CancelResult.Cancelled(order, pounds("0.00")));
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.Cancelled.class);
        rollBack();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void anOrderIsPlacedAndCancelledInOneTransaction() {
        CheckoutRequest request = holders(key(), 2);
        OrderId order = pending(joined().place(request)).order();
        assertThat(joined().cancel(order, "changed my mind", key())).isEqualTo(new CancelResult.Pending(order));
        commit();
        housekeep(sqlShop.commerce);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        isAt(HOLDER, 10, 0);
    }

    /** The gateway is asked to give the money back after the host's commit, and not at all if it never comes. */
    @Test
    void aConfirmedOrderIsCancelledOnceTheHostHasCommitted() {
        OrderId order = confirmed(buy(cart(HOLDER, 2), PaymentCase.APPROVED)).order();
        IdempotencyKey key = key();
        assertThat(joined().cancel(order, "changed my mind", key)).isEqualTo(new CancelResult.Pending(order));
        rollBack();
        housekeep(sqlShop.commerce);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CONFIRMED);

        assertThat(joined().cancel(order, "changed my mind", key)).isEqualTo(new CancelResult.Pending(order));
        commit();
        assertThat(order(order).status()).isEqualTo(OrderStatus.CANCELLING);
        housekeep(sqlShop.commerce);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ports.orders().cancel(order, "changed my mind", key)).isInstanceOf(CancelResult.Cancelled.class);
        isAt(HOLDER, 10, 0);
    }

    @Test
    void whoMayNotMayNotInATransactionEither() {
        CheckoutRequest request = holders(key(), 1);
        JoinedShop nobody = sqlShop.commerce.as(Principal.of("nobody")).in(transaction);
        denied(Permission.ACT_FOR_BUYERS, () -> nobody.place(request));
        denied(Permission.MANAGE_STOCK, () -> nobody.inventory().receive(HOLDER, 1, key()));
        JoinedShop clerk = sqlShop.commerce
                .as(Principal.of("clerk", Permission.ACT_FOR_BUYERS, Permission.MANAGE_STOCK))
                .in(transaction);
        clerk.inventory().receive(HOLDER, 1, key());
        OrderId order = pending(clerk.place(request)).order();
        denied(Permission.ACT_FOR_BUYERS, () -> nobody.find(order));
        denied(Permission.ACT_FOR_BUYERS, () -> nobody.cancel(order, "spite", key()));
        commit();
        assertThat(ports.orders().timeline(order).get(0).header().actor()).isEqualTo("clerk");
        isAt(HOLDER, 10, 1);
    }
}
