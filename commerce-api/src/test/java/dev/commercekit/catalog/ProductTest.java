package dev.commercekit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Sku SKU = Sku.of("85123A");
    private static final Product PRODUCT = Product.of(SKU, "Candle holder", Money.of("2.55", "GBP"));

    @Test
    void aSimpleProductIsNamedAfterItsSku() {
        assertThat(PRODUCT.id()).isEqualTo(ProductId.of("85123A"));
        assertThat(PRODUCT.variant(SKU).flatMap(variant -> variant.price(Currency.getInstance("GBP"))))
                .contains(Price.of("2.55", "GBP"));
        assertThat(PRODUCT.variant(Sku.of("85123a"))).isEmpty();
    }

    @Test
    void eachSkuStandsOnce() {
        Variant variant = PRODUCT.variants().get(0);
        assertThatThrownBy(() -> PRODUCT.withVariants(List.of(variant, variant)))
                .hasMessage("variants: must have different SKUs");
        assertThatThrownBy(() -> PRODUCT.withVariants(List.of())).hasMessage("variants: must not be empty");
    }

    @Test
    void variantsAreLimited() {
        List<Variant> many = IntStream.range(0, 201)
                .mapToObj(i -> Variant.of(Sku.of("S" + i), Price.of("1", "GBP")))
                .toList();
        assertThat(PRODUCT.withVariants(many.subList(0, 200)).variants()).hasSize(200);
        assertThatThrownBy(() -> PRODUCT.withVariants(many)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void thereIsOnePriceInEachCurrency() {
        List<Price> prices = List.of(Price.of("1", "GBP"), Price.of("1", "EUR"));
        assertThat(new Variant(SKU, Map.of(), prices).price(Currency.getInstance("EUR")))
                .isPresent();
        assertThat(new Variant(SKU, Map.of(), prices).price(Currency.getInstance("JPY")))
                .isEmpty();
        assertThatThrownBy(() -> new Variant(SKU, Map.of(), List.of(Price.of("1", "GBP"), Price.of("2", "GBP"))))
                .hasMessage("prices: must have one price in each currency");
    }

    @Test
    void changesKeepTheRest() {
        Product changed = PRODUCT.describedAs("Holds a candle.").withAttributes(Map.of("colour", "white"));
        assertThat(changed.description()).contains("Holds a candle.");
        assertThat(changed.attributes()).containsEntry("colour", "white");
        assertThat(changed.variants()).isEqualTo(PRODUCT.variants());
        String lines = "Holds a candle.\r\n\tAlso two.\n";
        assertThat(PRODUCT.describedAs(lines).description()).contains(lines);
        for (String bad : List.of("a\u0000b", "a\u0085b", "\n", "\ud83d", "4111\n1111 1111 1111")) {
            assertThatThrownBy(() -> PRODUCT.describedAs(bad)).hasMessageStartingWith("description: ");
        }
        assertThatThrownBy(() -> PRODUCT.describedAs("x".repeat(10_001))).isInstanceOf(InvalidInputException.class);
    }
}
