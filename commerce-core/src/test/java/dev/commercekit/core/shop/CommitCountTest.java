package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget that the design states: two durable commits for a checkout, the relay counted apart; here the cart is in them. */
class CommitCountTest {

    @Test
    void aCheckoutCostsTwoCommitsAndOneRead() {
        Counting[] counting = new Counting[1];
        try (TestShop shop = new TestShop(storage -> counting[0] = new Counting(storage), builder -> builder)) {
            shop.receive(HOLDER, 10);
            CartId cart = shop.cart(HOLDER, 6);
            CheckoutRequest request = shop.request("k1", cart, SandboxCards.approved());
            counting[0].commits = 0;
            counting[0].reads = 0;

            assertThat(shop.commerce.checkout().complete(request)).isInstanceOf(Confirmed.class);

            assertThat(counting[0].commits).isEqualTo(2);
            assertThat(counting[0].reads).isOne();
            assertThat(shop.commerce.carts().find(cart).orElseThrow().lines()).isEmpty();
            shop.commerce.checkout().complete(request);
            assertThat(counting[0].commits).isEqualTo(2);
            assertThat(shop.oracle().settled()).isEmpty();
        }
    }

    @Test
    void aShipmentCostsTwoCommits() {
        Counting[] counting = new Counting[1];
        try (TestShop shop = new TestShop(storage -> counting[0] = new Counting(storage), builder -> builder)) {
            shop.receive(HOLDER, 10);
            OrderId order = shop.order("k1", HOLDER, 6, SandboxCards.approved());
            counting[0].commits = 0;

            shop.commerce.orders().ship(ShipRequest.all(TestShop.key("s1"), order));

            assertThat(counting[0].commits).isEqualTo(2);
            assertThat(shop.oracle().settled()).isEmpty();
        }
    }

    /** Counts commits, and reads by key. */
    private static final class Counting extends ForwardingStorage {

        private int commits;
        private int reads;

        Counting(Storage storage) {
            super(storage);
        }

        @Override
        public List<CommitResult> commitAll(List<WriteSet> sets) {
            commits++;
            return super.commitAll(sets);
        }

        @Override
        public Reading get(Collection<RowKey> keys) {
            reads++;
            return super.get(keys);
        }
    }
}
