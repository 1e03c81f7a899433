package dev.commercekit.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Buyer;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Price;
import java.util.Currency;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartTest {

    private static final Sku SKU = Sku.of("A b");

    @Test
    void aCartTakesOneThousandTwoHundredLines() {
        assertThat(cart(1_200).lines()).hasSize(Cart.MAX_LINES);
        assertThat(cart(1_200).line(LineId.of("1199"))).isPresent();
        assertThat(cart(1).line(LineId.of("1"))).isEmpty();
        assertThatThrownBy(() -> cart(1_201)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLineIsNamedAfterItsSku() {
        assertThat(CartLine.of(SKU, 1).id()).isEqualTo(LineId.of("A b"));
    }

    @Test
    void aQuantityIsLimited() {
        assertThat(CartLine.of(SKU, CartLine.MAX_QUANTITY).quantity()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> CartLine.of(SKU, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CartLine.of(SKU, 1_000_001)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLineKeepsWhatIsNotChanged() {
        CartLine line = CartLine.of(SKU, 2).with(Map.of("engraving", "Ann")).at(Price.of("0.0125", "GBP"));
        assertThat(line.attributes()).containsEntry("engraving", "Ann");
        assertThat(line.agreedPrice()).contains(Price.of("0.0125", "GBP"));
        assertThat(line.quantity()).isEqualTo(2);
    }

    @Test
    void skusAreCaseSensitiveAndUpTo64Characters() {
        assertThat(Sku.of("a")).isNotEqualTo(Sku.of("A"));
        assertThat(Sku.of("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> Sku.of("x".repeat(65))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Sku.of(" A")).isInstanceOf(InvalidInputException.class);
    }

    private static Cart cart(int lines) {
        return new Cart(
                CartId.of("c"),
                "g",
                Buyer.guest("s"),
                Currency.getInstance("GBP"),
                IntStream.range(0, lines)
                        .mapToObj(i -> CartLine.of(LineId.of(Integer.toString(i)), SKU, 1))
                        .toList());
    }
}
