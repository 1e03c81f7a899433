package dev.commercekit.jdbc;

import static dev.commercekit.core.sandbox.SandboxOperation.AUTHORIZE;
import static dev.commercekit.jdbc.Transactions.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
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
import dev.commercekit.storage.transaction.TransactionConflictException;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopFixture;
import dev.commercekit.testkit.shop.ShopUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop does inside of its host's transaction, on every database. */
abstract class JoinedShopRules extends ShopFixture {

    SqlShop sqlShop;
    Transactions transactions;
    Connection transaction;

    /** Opens a shop over an empty database. */
    abstract SqlShop openSqlShop();

    /** Opens connections of the host to the same database, in which there is its table {@code host_invoice}. */
    abstract Transactions openTransactions();

    @Override
    protected final ShopUnderTest createShop() {
        sqlShop = openSqlShop();
        return sqlShop;
    }

    @BeforeEach
    final void beginTransaction() {
        transactions = openTransactions();
        transaction = transactions.begin();
    }

    @AfterEach
    final void endTransactions() throws SQLException {
        transactions.close();
    }

    final JoinedShop joined() {
        return sqlShop.commerce.in(transaction);
    }

    final void commit() {
        transactions.commit(transaction);
        transaction = transactions.begin();
    }

    final void rollBack() {
        transactions.rollBack(transaction);
        transaction = transactions.begin();
    }

    final long calls() {
        return sqlShop.gateway.calls(AUTHORIZE);
    }

    final long invoices() {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM host_invoice")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static void housekeep(Commerce shop) {
        while (shop.housekeep() > 0) {}
    }

    final CheckoutRequest holders(IdempotencyKey key, long units) {
        return request(key, cart(HOLDER, units), PaymentCase.APPROVED);
    }

    /** Places an order in a transaction that is committed. */
    final OrderId placed(CheckoutRequest request) {
        OrderId order = pending(joined().place(request)).order();
        commit();
        return order;
    }

    @Test
    void whatWasPlacedIsPaidOnceTheHostHasCommitted() {
        CheckoutRequest request = holders(key(), 3);
        execute(transaction, "INSERT INTO host_invoice VALUES (1)");
        OrderId order = pending(joined().place(request)).order();
        assertThat(joined().find(order).orElseThrow().status()).isEqualTo(OrderStatus.PLACED);
        housekeep(sqlShop.other);
        assertThat(calls()).isZero();
        assertThat(ports.orders().find(order)).isEmpty();
        isAt(HOLDER, 10, 0);

        commit();
        assertThat(calls()).isZero();
        assertThat(order(order).status()).isEqualTo(OrderStatus.PLACED);
        isAt(HOLDER, 7, 3);
        housekeep(sqlShop.other);
        assertThat(calls()).isEqualTo(1);
        assertThat(sqlShop.gateway.entries()).hasSize(1);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(confirmed(ports.checkout().complete(request)).order()).isEqualTo(order);
        assertThat(invoices()).isEqualTo(1);
        isAt(HOLDER, 7, 0);
    }

    @Test
    void nothingIsLeftWhereTheHostRollsBack() {
        CheckoutRequest request = holders(key(), 3);
        execute(transaction, "INSERT INTO host_invoice VALUES (1)");
        OrderId order = pending(joined().place(request)).order();
        rollBack();
        housekeep(sqlShop.commerce);
        housekeep(sqlShop.other);
        assertThat(calls()).isZero();
        assertThat(sqlShop.gateway.entries()).isEmpty();
        assertThat(ports.orders().find(order)).isEmpty();
        assertThat(orders()).isEmpty();
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        assertThat(invoices()).isZero();
        isAt(HOLDER, 10, 0);
        rollBack();

        assertThat(confirmed(ports.checkout().complete(request)).order()).isNotEqualTo(order);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void theSameKeyGetsTheSameAnswer() {
        CheckoutRequest request = holders(key(), 1);
        OrderId order = pending(joined().place(request)).order();
        assertThat(pending(joined().place(request)).order()).isEqualTo(order);
        commit();
        assertThat(pending(joined().place(request)).order()).isEqualTo(order);
        commit();
        housekeep(sqlShop.commerce);
        assertThat(confirmed(joined().place(request)).order()).isEqualTo(order);
        commit();
        assertThat(orders()).hasSize(1);
        assertThat(calls()).isEqualTo(1);
        isAt(HOLDER, 9, 0);
    }

    @Test
    void aSecondTabGetsTheOrderOfTheFirst() {
        CheckoutRequest first = holders(key(), 1);
        CheckoutRequest tab = request(key(), first.cart(), PaymentCase.APPROVED);
        OrderId order = pending(joined().place(first)).order();
        assertThat(pending(joined().place(tab)).order()).isEqualTo(order);
        commit();
        housekeep(sqlShop.commerce);
        assertThat(confirmed(ports.checkout().complete(tab)).order()).isEqualTo(order);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aDeclinedPaymentUndoesTheOrderAfterwards() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.DECLINED);
        OrderId order = placed(request);
        housekeep(sqlShop.commerce);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.Declined.class);
        rollBack();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void outOfStockIsAnAnswerThatTheHostMayKeepOrNot() {
        CheckoutRequest request = holders(key(), 11);
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.OutOfStock.class);
        rollBack();
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.OutOfStock.class);
        commit();
        receive(HOLDER, 10);
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.OutOfStock.class);
        rollBack();
        isAt(HOLDER, 20, 0);
    }

    @Test
    void aChangedPriceClaimsNothing() {
        CheckoutRequest request = holders(key(), 1);
        price(HOLDER, "2.60");
        assertThat(joined().place(request)).isInstanceOf(CheckoutResult.QuoteChanged.class);
        commit();
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
    }

    /** The process of the host ends between its commit and the background work: another one does it. */
    @Test
    void anotherInstancePaysWhatAProcessHasLeft() {
        CheckoutRequest request = holders(key(), 1);
        OrderId order;
        try (Commerce process = sqlShop.open()) {
            order = pending(process.in(transaction).place(request)).order();
            commit();
        }
        assertThat(calls()).isZero();
        housekeep(sqlShop.other);
        assertThat(order(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whoCompletesWhatWasPlacedPaysItOnce() {
        CheckoutRequest request = holders(key(), 1);
        OrderId order = placed(request);
        assertThat(confirmed(second.checkout().complete(request)).order()).isEqualTo(order);
        housekeep(sqlShop.commerce);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void ofTwoHostsWhoWantTheLastUnitsOneGetsThem() {
        CheckoutRequest one = holders(key(), 10);
        CheckoutRequest two = holders(key(), 10);
        pending(joined().place(one));
        Connection other = transactions.begin();
        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(() -> sqlShop.other.in(other).place(two))
                .matches(TransactionConflictException::retryable);
        execute(other, "SELECT 1");
        commit();
        assertThat(sqlShop.other.in(other).place(two)).isInstanceOf(CheckoutResult.OutOfStock.class);
        execute(other, "INSERT INTO host_invoice VALUES (2)");
        transactions.commit(other);
        housekeep(sqlShop.commerce);
        assertThat(invoices()).isEqualTo(1);
        assertThat(calls()).isEqualTo(1);
        isAt(HOLDER, 0, 0);
    }

    @Test
    void aKeyThatIsBeingClaimedIsAConflict() {
        CheckoutRequest request = holders(key(), 1);
        OrderId order = pending(joined().place(request)).order();
        Connection other = transactions.begin();
        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(() -> sqlShop.other.in(other).place(request));
        commit();
        assertThat(pending(sqlShop.other.in(other).place(request)).order()).isEqualTo(order);
        transactions.commit(other);
        assertThat(orders()).hasSize(1);
    }

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
