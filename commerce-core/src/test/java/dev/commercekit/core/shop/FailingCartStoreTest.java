package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentToken;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store of carts loses or refuses is an inconvenience, never an order. */
class FailingCartStoreTest {

    private final DownStore store = new DownStore();
    private final TestShop shop = new TestShop(storage -> storage, builder -> builder.cartStore(store));

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 10);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().check()).isEmpty();
        shop.close();
    }

    @Test
    void anOrderIsConfirmedAlsoIfTheCartCannotBeEmptied() {
        CartId cart = shop.cart(HOLDER, 3);
        CheckoutRequest request = shop.request("k1", cart, SandboxCards.approved());
        store.writes = false;

        CheckoutResult result = shop.commerce.checkout().complete(request);

        assertThat(result).isInstanceOf(Confirmed.class);
        assertThat(shop.commerce.checkout().complete(request)).isEqualTo(result);
        store.writes = true;
        while (shop.commerce.housekeep() > 0) {}
        assertThat(shop.commerce.carts().find(cart).orElseThrow().lines()).isEmpty();
    }

    @Test
    void aKeyKeepsItsAnswerWhileTheCartsCannotBeRead() {
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 3), SandboxCards.approved());
        CheckoutResult result = shop.commerce.checkout().complete(request);
        store.reads = false;

        assertThat(shop.commerce.checkout().complete(request)).isEqualTo(result);
        assertThat(shop.gateway.entries()).extracting(Entry::kind).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aCartThatCannotBeReadIsNotSaidToBeGone() {
        CartId cart = shop.cart(HOLDER, 3);
        PaymentToken declined = SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
        assertThat(shop.buy("k1", cart, declined)).isInstanceOf(Declined.class);
        CheckoutRequest again = shop.request("k2", cart, SandboxCards.approved());
        store.reads = false;

        assertThatThrownBy(() -> shop.commerce.checkout().complete(again)).hasMessage("carts cannot be read");

        store.reads = true;
        assertThat(shop.commerce.checkout().complete(again)).isInstanceOf(Confirmed.class);
    }

    @Test
    void aCartThatCannotBeReadIsNotSaidToBeGoneWhenItWasOutOfStock() {
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 11), SandboxCards.approved());
        CheckoutResult answer = shop.commerce.checkout().complete(request);
        assertThat(answer).isInstanceOf(OutOfStock.class);
        store.reads = false;

        assertThatThrownBy(() -> shop.commerce.checkout().complete(request)).hasMessage("carts cannot be read");

        store.reads = true;
        assertThat(shop.commerce.checkout().complete(request)).isEqualTo(answer);
    }

    private static final class DownStore implements CartStore {

        private final Map<CartId, StoredCart> carts = new ConcurrentHashMap<>();
        private boolean writes = true;
        private boolean reads = true;

        @Override
        public Optional<StoredCart> find(CartId id) {
            if (!reads) {
                throw new IllegalStateException("carts cannot be read");
            }
            return Optional.ofNullable(carts.get(id));
        }

        @Override
        public boolean put(CartId id, long expectedVersion, String document) {
            if (!writes) {
                throw new IllegalStateException("carts cannot be written");
            }
            carts.put(id, new StoredCart(document, expectedVersion + 1));
            return true;
        }

        @Override
        public void remove(CartId id) {
            carts.remove(id);
        }

        @Override
        public void close() {}
    }
}
