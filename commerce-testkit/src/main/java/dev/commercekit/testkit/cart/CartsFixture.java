package dev.commercekit.testkit.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Buyer;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.Carts;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Price;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The carts under test, and short forms of what the tests do with them. */
abstract class CartsFixture {

    static final Currency GBP = Currency.getInstance("GBP");
    static final Buyer ANN = Buyer.customer("ann");
    static final Buyer GUEST = Buyer.guest("session 1");
    static final Sku A = Sku.of("a");
    static final Sku B = Sku.of("B 2");
    static final Sku C = Sku.of("c");
    static final CartId NONE = CartId.of("none");

    Catalog catalog;
    Carts carts;
    Carts second;
    CartId cart;

    /** Only for subclasses in this package. */
    CartsFixture() {}

    abstract Catalog catalog();

    abstract Carts first(Catalog catalog);

    abstract Carts secondOf(Carts first);

    @BeforeEach
    void create() {
        catalog = catalog();
        carts = first(catalog);
        second = secondOf(carts);
        for (Sku sku : List.of(A, B, C)) {
            catalog.put(Product.of(sku, "The " + sku, Price.of("2.55", "GBP")));
        }
        cart = carts.open(ANN, GBP).id();
    }

    Carts instance(int number) {
        return number % 2 == 0 ? carts : second;
    }

    static CartLine line(String id, Sku sku, long quantity) {
        return CartLine.of(LineId.of(id), sku, quantity);
    }

    Cart standing() {
        Cart found = carts.find(cart).orElseThrow();
        assertThat(second.find(cart)).contains(found);
        return found;
    }

    void holds(CartLine... lines) {
        assertThat(standing().lines()).containsExactly(lines);
    }
}
