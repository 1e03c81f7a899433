package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.core.cart.StorageCartStore;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cart of an order that is confirmed starts anew in the same commit, whatever became of it since the order was placed. */
class NewStartTest {

    private final TestShop shop = new TestShop();
    private final CartId cart = shop.cart(HOLDER, 1);

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
    void aCartThatIsBoughtIsEmptyAndOfAnotherGeneration() {
        Cart bought = standing();
        confirmedAfter(nothing -> {});
        assertThat(standing().lines()).isEmpty();
        assertThat(standing().generation()).isNotEqualTo(bought.generation());
        assertThat(standing().buyer()).isEqualTo(bought.buyer());
    }

    @Test
    void aCartThatWasFilledOnWhileItWasPaidForIsEmptyTooSinceItIsTheSameGeneration() {
        confirmedAfter(pending -> shop.commerce.carts().setQuantity(cart, HOLDER, 2));
        assertThat(standing().lines()).isEmpty();
    }

    @Test
    void aCartThatHasGoneOnToAnotherGenerationIsLeftAlone() {
        Cart[] next = new Cart[1];
        confirmedAfter(pending -> {
            shop.commerce.carts().clear(cart);
            next[0] = shop.commerce.carts().setQuantity(cart, HOLDER, 2);
        });
        assertThat(standing()).isEqualTo(next[0]);
    }

    @Test
    void aCartThatCannotBeReadKeepsNoOrderFromBeingConfirmed() {
        confirmedAfter(pending -> {
            RowKey key = StorageCartStore.TABLE.key(cart.value());
            long version = shop.storage.get(List.of(key)).rows().get(0).version();
            shop.storage.commit(WriteSet.of(
                    new WriteSetId("breaks the cart"),
                    Write.update(key, version, values -> values.set(StorageCartStore.BODY, "{}"))));
        });
    }

    @Test
    void aCartThatIsGoneKeepsNoOrderFromBeingConfirmed() {
        confirmedAfter(pending -> {
            RowKey key = StorageCartStore.TABLE.key(cart.value());
            long version = shop.storage.get(List.of(key)).rows().get(0).version();
            shop.storage.commit(WriteSet.of(new WriteSetId("removes the cart"), new Write.Delete(key, version)));
        });
    }

    private Cart standing() {
        return shop.commerce.carts().find(cart).orElseThrow();
    }

    /** Buys with a card whose first reply is lost, lets something happen, and asks again. */
    private void confirmedAfter(Consumer<Pending> meanwhile) {
        CheckoutRequest request = shop.request("k1", cart, SandboxCards.losesReply(1));
        meanwhile.accept((Pending) shop.commerce.checkout().complete(request));
        shop.clock.advance(Duration.ofMinutes(1));
        assertThat(shop.commerce.checkout().complete(request)).isInstanceOf(Confirmed.class);
    }
}
