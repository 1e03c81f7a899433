package dev.commercekit.catalog;

import dev.commercekit.Input;
import dev.commercekit.money.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sellable form of a product.
 *
 * @param sku its SKU, unique in the catalog
 * @param options what tells it from the product's other variants, such as a colour; at most 20
 * @param prices its prices, at most one in each currency, at most 50
 */
public record Variant(Sku sku, Map<String, String> options, List<Price> prices) {

    /** Checks every part. */
    public Variant {
        Input.required(sku, "sku");
        options = Input.attributes(options, "options", 20);
        prices = Input.list(prices, "prices", 50);
        long currencies = prices.stream().map(Price::currency).distinct().count();
        Input.that(currencies == prices.size(), "prices", "must have one price in each currency");
    }

    /** Returns a variant without options, at one price. */
    public static Variant of(Sku sku, Price price) {
        return new Variant(sku, Map.of(), List.of(Input.required(price, "price")));
    }

    /** Returns the price in the given currency, if there is one. */
    public Optional<Price> price(java.util.Currency currency) {
        for (Price price : prices) {
            if (price.currency().equals(currency)) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }
}
