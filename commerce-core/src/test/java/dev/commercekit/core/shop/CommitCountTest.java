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
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget that the design states: two durable commits for a checkout, carts and relay counted apart. */
class CommitCountTest {

    @Test
    void aCheckoutCostsTwoCommits() {
        Counting[] counting = new Counting[1];
        try (TestShop shop = new TestShop(storage -> counting[0] = new Counting(storage), builder -> builder)) {
            shop.receive(HOLDER, 10);
            CartId cart = shop.cart(HOLDER, 6);
            CheckoutRequest request = shop.request("k1", cart, SandboxCards.approved());
            counting[0].commits = 0;

            assertThat(shop.commerce.checkout().complete(request)).isInstanceOf(Confirmed.class);

            assertThat(counting[0].commits).isEqualTo(2);
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

    /** Counts the commits that touch anything but carts. */
    private static final class Counting extends ForwardingStorage {

        private int commits;

        Counting(Storage storage) {
            super(storage);
        }

        @Override
        public List<CommitResult> commitAll(List<WriteSet> sets) {
            boolean carts = sets.stream()
                    .flatMap(set -> set.writes().stream())
                    .allMatch(write -> write.key().table().name().equals("cart"));
            commits += carts ? 0 : 1;
            return super.commitAll(sets);
        }
    }
}
