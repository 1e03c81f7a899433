package dev.commercekit.catalog;

import dev.commercekit.Input;

/**
 * Names a product for ever, as the host names it.
 *
 * @param value 1 to 64 printable ASCII characters, spaces only inside; case matters
 */
public record ProductId(String value) {

    /** Checks the text. */
    public ProductId {
        Input.identifier(value, "productId", 64);
    }

    /** Returns the id with the given text. */
    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
