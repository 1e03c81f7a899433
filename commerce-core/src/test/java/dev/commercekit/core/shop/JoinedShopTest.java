package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.JoinedShop;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxOperation;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.ForwardingStorage;
import dev.commercekit.testkit.fault.StorageFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What core does of a shop inside of a transaction; what a database does of it is tested with the databases. */
class JoinedShopTest {

    private final TestShop shop = new TestShop(Joining::new, builder -> builder);

    /** Joins a storage as if it were a transaction of its own: what is written there is visible at once. */
    private static final class Joining extends ForwardingStorage implements JoinableStorage<FaultyStorage> {

        Joining(Storage storage) {
            super(storage);
        }

        @Override
        public Class<FaultyStorage> transactionType() {
            return FaultyStorage.class;
        }

        @Override
        public Storage join(FaultyStorage transaction) {
            return transaction;
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private long calls() {
        return shop.gateway.calls(SandboxOperation.AUTHORIZE);
    }

    @Test
    void anOrderIsPlacedInOneCommitAndPaidByTheBackgroundWork() {
        shop.receive(HOLDER, 3);
        CheckoutRequest request = shop.request("k", shop.cart(HOLDER, 2), SandboxCards.approved());
        FaultyStorage transaction = new FaultyStorage(shop.memory);
        JoinedShop joined = shop.commerce.in(transaction);
        CheckoutResult.Pending pending = (CheckoutResult.Pending) joined.place(request);
        assertThat(transaction.commits()).isEqualTo(1);
        assertThat(calls()).isZero();
        OrderId order = pending.order();
        assertThat(joined.find(order).orElseThrow().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(joined.inventory().level(HOLDER).held()).isEqualTo(2);
        assertThat(joined.place(request)).isEqualTo(pending);
        assertThat(transaction.commits()).isEqualTo(1);

        assertThat(shop.commerce.housekeep()).isPositive();
        assertThat(calls()).isEqualTo(1);
        assertThat(joined.place(request)).isInstanceOf(CheckoutResult.Confirmed.class);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whatIsInDoubtInATransactionIsNotSentAgain() {
        shop.receive(HOLDER, 3);
        CheckoutRequest request = shop.request("k", shop.cart(HOLDER, 2), SandboxCards.approved());
        FaultyStorage transaction = new FaultyStorage(shop.memory).next(StorageFault.lostRequest());
        assertThatExceptionOfType(InDoubtException.class)
                .isThrownBy(() -> shop.commerce.in(transaction).place(request));
        assertThat(transaction.calls()).isEqualTo(1);
        assertThat(shop.commerce.housekeep()).isZero();
    }

    @Test
    void whatIsNoTransactionOfTheStorageIsRefused() {
        assertThatExceptionOfType(TransactionNotJoinableException.class)
                .isThrownBy(() -> shop.commerce.in("a transaction"))
                .withMessageContaining(FaultyStorage.class.getName())
                .matches(refusal -> refusal.reason() == TransactionNotJoinableException.Reason.STORAGE);
        try (TestShop inMemory = new TestShop()) {
            assertThatExceptionOfType(TransactionNotJoinableException.class)
                    .isThrownBy(() -> inMemory.commerce.in(new FaultyStorage(inMemory.memory)))
                    .matches(refusal -> refusal.reason() == TransactionNotJoinableException.Reason.STORAGE);
        }
    }
}
