package dev.commercekit.inventory;

import dev.commercekit.Input;
import dev.commercekit.catalog.Sku;

/**
 * What is missing of a SKU.
 *
 * @param sku the SKU
 * @param requested how many were asked for, over all lines
 * @param available how many there were, as far as was seen; the truth moves on
 */
public record Shortage(Sku sku, long requested, long available) {

    /** Refuses null. */
    public Shortage {
        Input.required(sku, "sku");
    }
}
