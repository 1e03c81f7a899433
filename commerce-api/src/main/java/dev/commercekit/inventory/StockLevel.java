package dev.commercekit.inventory;

import dev.commercekit.Input;
import dev.commercekit.catalog.Sku;

/**
 * The stock of a SKU. {@code available + held + sold = received + adjusted + restocked} always holds where it is tracked.
 *
 * @param sku the SKU
 * @param policy whether it is counted
 * @param available how many can be held now; never below zero where it is tracked, 0 where it is not
 * @param held how many are held for orders and other holders that are not settled
 */
public record StockLevel(Sku sku, StockPolicy policy, long available, long held) {

    /** Refuses null. */
    public StockLevel {
        Input.required(sku, "sku");
        Input.required(policy, "policy");
    }
}
