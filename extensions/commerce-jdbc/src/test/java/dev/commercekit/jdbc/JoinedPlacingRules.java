package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Transactions.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.transaction.TransactionConflictException;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.shop.PaymentCase;
import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders that are placed inside of the host's transaction. */
abstract class JoinedPlacingRules extends JoinedShopFixture {

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

    /** Every second one rolls back at first, although it had what it wanted. */
    @Test
    void ofManyHostsAsManyGetSomethingAsThereIs() {
        int hosts = 8;
        List<CheckoutRequest> requests =
                Stream.generate(() -> holders(key(), 3)).limit(hosts).toList();
        Queue<CheckoutResult> answers = new ConcurrentLinkedQueue<>();
        Contention.run(hosts, number -> {
            if (number % 2 == 1) {
                placed(number, requests.get(number), false);
            }
            answers.add(placed(number, requests.get(number), true));
        });
        housekeep(sqlShop.commerce);
        assertThat(answers).hasSize(hosts);
        assertThat(answers).filteredOn(CheckoutResult.Pending.class::isInstance).hasSize(3);
        assertThat(answers)
                .filteredOn(CheckoutResult.OutOfStock.class::isInstance)
                .hasSize(hosts - 3);
        assertThat(calls()).isEqualTo(3);
        isAt(HOLDER, 1, 0);
    }

    /** Places in a transaction of its own, again and again until nobody is in the way. */
    private CheckoutResult placed(int number, CheckoutRequest request, boolean keeps) {
        Commerce shop = number % 4 < 2 ? sqlShop.commerce : sqlShop.other;
        return Contention.insist(() -> {
            Connection own = transactions.begin();
            boolean answered = false;
            try {
                CheckoutResult answer = shop.in(own).place(request);
                answered = true;
                return answer;
            } finally {
                if (answered && keeps) {
                    transactions.commit(own);
                } else {
                    transactions.rollBack(own);
                }
            }
        });
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
}
