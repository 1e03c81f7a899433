package dev.commercekit.testkit.cart;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Price;
import dev.commercekit.testkit.Refusals;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put into a cart and taken out. */
abstract class LineRules extends CartsFixture {

    @Test
    void aQuantityIsSetInTheLineNamedAsItsSku() {
        Cart answer = carts.setQuantity(cart, B, 6);
        assertThat(answer).isEqualTo(standing());
        holds(line("B 2", B, 6));
        carts.setQuantity(cart, A, 1);
        second.setQuantity(cart, B, 7);
        second.setQuantity(cart, B, 7);
        holds(line("B 2", B, 7), line("a", A, 1));
        carts.setQuantity(cart, B, 0);
        carts.setQuantity(cart, C, 0);
        holds(line("a", A, 1));
    }

    @Test
    void aLineTakesThePlaceOfTheOneWithItsId() {
        carts.put(cart, line("1", A, 1));
        carts.put(cart, line("2", A, 2));
        CartLine engraved = line("1", B, 3).with(Map.of("engraving", "für Ann"));
        assertThat(second.put(cart, engraved)).isEqualTo(standing());
        carts.put(cart, engraved);
        holds(engraved, line("2", A, 2));
    }

    @Test
    void severalLinesAreOneChange() {
        carts.put(cart, line("1", A, 1));
        carts.put(cart, List.of(line("2", B, 2), line("1", A, 5), line("3", A, 3)));
        holds(line("1", A, 5), line("2", B, 2), line("3", A, 3));
        unknown("sku", "x", () -> carts.put(cart, List.of(line("1", A, 9), line("4", Sku.of("x"), 1))));
        carts.put(cart, List.of());
        holds(line("1", A, 5), line("2", B, 2), line("3", A, 3));
    }

    @Test
    void aSkuThatTheCatalogDoesNotHaveIsRefused() {
        unknown("sku", "x", () -> carts.setQuantity(cart, Sku.of("x"), 1));
        unknown("sku", "A", () -> carts.put(cart, line("1", Sku.of("A"), 1)));
        holds();
    }

    @Test
    void linesOutliveTheirProduct() {
        carts.setQuantity(cart, A, 1);
        carts.setQuantity(cart, B, 1);
        catalog.remove(ProductId.of("a"));
        holds(line("a", A, 1), line("B 2", B, 1));
        unknown("sku", "a", () -> carts.setQuantity(cart, A, 2));
        carts.setQuantity(cart, B, 3);
        carts.setQuantity(cart, A, 0);
        holds(line("B 2", B, 3));
    }

    @Test
    void aLineIsTakenOut() {
        carts.put(cart, List.of(line("1", A, 1), line("2", B, 2)));
        assertThat(carts.remove(cart, LineId.of("1"))).isEqualTo(standing());
        holds(line("2", B, 2));
        second.remove(cart, LineId.of("1"));
        holds(line("2", B, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, CartLine.MAX_QUANTITY + 1, Long.MAX_VALUE})
    void aQuantityOutOfRangeIsRefused(long quantity) {
        carts.setQuantity(cart, A, CartLine.MAX_QUANTITY);
        invalid("quantity", () -> carts.setQuantity(cart, A, quantity));
        invalid("quantity", () -> line("a", A, quantity));
        holds(line("a", A, CartLine.MAX_QUANTITY));
    }

    @Test
    void aCartTakes1200Lines() {
        List<CartLine> most = IntStream.range(0, Cart.MAX_LINES)
                .mapToObj(i -> line("line " + i, A, 1))
                .toList();
        carts.put(cart, most);
        holds(most.toArray(CartLine[]::new));
        invalid("lines", () -> carts.put(cart, line("one more", A, 1)));
        invalid("lines", () -> carts.setQuantity(cart, B, 1));
        invalid("lines", () -> carts.put(cart, Collections.nCopies(100_000, line("line 1", A, 1))));
        carts.put(cart, line("line 0", B, 1));
        assertThat(standing().lines()).hasSize(Cart.MAX_LINES).startsWith(line("line 0", B, 1));
    }

    @Test
    void anAgreedPriceNeedsPermissionAndTheCurrencyOfTheCart() {
        CartLine cheap = line("1", A, 1).at(Price.of("0.0125", "GBP"));
        denied(Permission.SET_PRICES, () -> carts.put(cart, cheap));
        denied(Permission.SET_PRICES, () -> carts.put(cart, List.of(line("2", B, 1), cheap)));
        invalid("agreedPrice", () -> carts.put(cart, line("1", A, 1).at(Price.of("1", "EUR"))));
        holds();
        Principal seller = Principal.of("seller", Permission.SET_PRICES, Permission.ACT_FOR_BUYERS);
        Refusals.as(seller, () -> carts.put(cart, cheap));
        holds(cheap);
    }

    @Test
    void badTextIsRefusedByTheLineItself() {
        for (String text : List.of("", " ", "line\nbreak", "4111-1111-1111-1111", "x".repeat(257))) {
            invalid("attributes", () -> line("1", A, 1).with(Map.of("engraving", text)));
        }
        invalid("lineId", () -> LineId.of("x".repeat(65)));
        invalid("lineId", () -> LineId.of("tab\t"));
        invalid("cartId", () -> dev.commercekit.cart.CartId.of("x".repeat(10_000)));
    }

    @Test
    void nothingMayBeMissing() {
        carts.setQuantity(cart, A, 1);
        CartLine noLine = missing();
        List<CartLine> noLines = missing();
        invalid("cartId", () -> carts.setQuantity(missing(), A, 2));
        invalid("sku", () -> carts.setQuantity(cart, missing(), 2));
        invalid("cartId", () -> carts.put(missing(), line("1", A, 1)));
        invalid("line", () -> carts.put(cart, noLine));
        invalid("lines", () -> carts.put(cart, noLines));
        invalid("lines", () -> carts.put(cart, Collections.singletonList(noLine)));
        invalid("cartId", () -> carts.remove(missing(), LineId.of("a")));
        invalid("lineId", () -> carts.remove(cart, missing()));
        invalid("cartId", () -> carts.clear(missing()));
        invalid("cartId", () -> carts.find(missing()));
        holds(line("a", A, 1));
    }
}
