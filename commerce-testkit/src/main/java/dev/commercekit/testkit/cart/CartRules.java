package dev.commercekit.testkit.cart;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.LineId;
import dev.commercekit.testkit.Refusals;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whole carts: opening, clearing, whose they are. */
abstract class CartRules extends LineRules {

    @Test
    void anOpenedCartIsEmptyAndTheBuyers() {
        Cart opened = carts.open(GUEST, GBP);
        assertThat(opened.lines()).isEmpty();
        assertThat(opened.buyer()).isEqualTo(GUEST);
        assertThat(opened.currency()).isEqualTo(GBP);
        assertThat(second.find(opened.id())).contains(opened);
        Cart other = second.open(GUEST, GBP);
        assertThat(other.id()).isNotEqualTo(opened.id());
        assertThat(other.generation()).isNotEqualTo(opened.generation());
    }

    @Test
    void openingUnderAnIdThatStandsReturnsWhatStandsThere() {
        CartId id = CartId.of("my cart");
        Cart opened = carts.open(id, ANN, GBP);
        assertThat(opened.id()).isEqualTo(id);
        assertThat(second.open(id, ANN, GBP)).isEqualTo(opened);
        Cart filled = carts.setQuantity(id, A, 1);
        assertThat(second.open(id, ANN, GBP)).isEqualTo(filled);
    }

    @Test
    void aCartKeepsItsBuyerAndCurrency() {
        Cart before = carts.setQuantity(cart, A, 1);
        invalid("buyer", () -> carts.open(cart, Buyer.customer("bob"), GBP));
        invalid("buyer", () -> carts.open(cart, Buyer.guest("ann"), GBP));
        invalid("currency", () -> carts.open(cart, ANN, Currency.getInstance("EUR")));
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void aCurrencyHasMinorUnits() {
        invalid("currency", () -> carts.open(ANN, Currency.getInstance("XXX")));
        assertThat(carts.open(ANN, Currency.getInstance("JPY")).currency().getCurrencyCode())
                .isEqualTo("JPY");
    }

    @Test
    void nothingMayBeMissingWhereACartIsOpened() {
        invalid("buyer", () -> carts.open(missing(), GBP));
        invalid("currency", () -> carts.open(ANN, missing()));
        invalid("cartId", () -> carts.open(missing(), ANN, GBP));
        invalid("buyer", () -> carts.open(NONE, missing(), GBP));
        invalid("currency", () -> carts.open(NONE, ANN, missing()));
        assertThat(carts.find(NONE)).isEmpty();
    }

    @Test
    void aCommandOnACartThatDoesNotExistIsRefused() {
        assertThat(carts.find(NONE)).isEmpty();
        unknown("cart", "none", () -> carts.setQuantity(NONE, A, 1));
        unknown("cart", "none", () -> carts.setQuantity(NONE, A, 0));
        unknown("cart", "none", () -> carts.put(NONE, line("1", A, 1)));
        unknown("cart", "none", () -> carts.put(NONE, List.of(line("1", A, 1))));
        unknown("cart", "none", () -> carts.remove(NONE, LineId.of("1")));
        unknown("cart", "none", () -> carts.clear(NONE));
        assertThat(carts.find(NONE)).isEmpty();
    }

    @Test
    void aClearedCartStartsAnew() {
        Cart before = carts.put(cart, List.of(line("1", A, 1), line("2", B, 2)));
        Cart cleared = carts.clear(cart);
        assertThat(cleared).isEqualTo(standing());
        assertThat(cleared.lines()).isEmpty();
        assertThat(cleared.generation()).isNotEqualTo(before.generation());
        assertThat(cleared.buyer()).isEqualTo(ANN);
        assertThat(cleared.currency()).isEqualTo(GBP);
    }

    @Test
    void otherChangesKeepTheGeneration() {
        String generation = standing().generation();
        assertThat(carts.setQuantity(cart, A, 2).generation()).isEqualTo(generation);
        assertThat(carts.put(cart, line("1", B, 2)).generation()).isEqualTo(generation);
        assertThat(carts.remove(cart, LineId.of("1")).generation()).isEqualTo(generation);
        assertThat(carts.setQuantity(cart, A, 0).generation()).isEqualTo(generation);
    }

    @Test
    void buyersActForThemselves() {
        Principal ann = Principal.customer(CustomerId.of("ann"));
        Refusals.as(ann, () -> {
            carts.open(CartId.of("of ann"), ANN, GBP);
            carts.setQuantity(cart, A, 1);
            carts.put(cart, line("1", A, 1));
            carts.remove(cart, LineId.of("1"));
            assertThat(carts.find(cart).orElseThrow().lines()).containsExactly(line("a", A, 1));
            carts.clear(cart);
        });
        holds();
    }

    @Test
    void nobodyElseActsForThemWithoutPermission() {
        Cart before = carts.setQuantity(cart, A, 1);
        denied(Permission.ACT_FOR_BUYERS, () -> carts.open(ANN, GBP));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.open(GUEST, GBP));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.open(cart, ANN, GBP));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.setQuantity(cart, A, 2));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.setQuantity(cart, A, 0));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.put(cart, line("1", A, 1)));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.put(cart, List.of(line("1", A, 1))));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.remove(cart, LineId.of("a")));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.clear(cart));
        denied(Permission.ACT_FOR_BUYERS, () -> carts.find(cart));
        Refusals.as(
                Principal.customer(CustomerId.of("bob")),
                () -> Assertions.assertThatThrownBy(() -> carts.clear(cart))
                        .isInstanceOf(PermissionDeniedException.class));
        assertThat(standing()).isEqualTo(before);
        Refusals.as(Principal.of("clerk", Permission.ACT_FOR_BUYERS), () -> carts.setQuantity(cart, A, 3));
        holds(line("a", A, 3));
    }
}
