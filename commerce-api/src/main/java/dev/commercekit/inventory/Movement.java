package dev.commercekit.inventory;

import dev.commercekit.Input;
import dev.commercekit.catalog.Sku;
import java.time.Instant;

/**
 * One entry of a SKU's ledger. The {@linkplain #effect() effects} of all entries sum to what is available.
 *
 * @param id names the entry, unique in its SKU
 * @param sku the SKU
 * @param kind what happened
 * @param quantity how many units; negative only for an adjustment downwards
 * @param reference why or for whom: the reason of an adjustment, the reference of a receipt, the id of a hold
 * @param at when, by the storage's clock
 */
public record Movement(String id, Sku sku, Kind kind, long quantity, String reference, Instant at) {

    /** Refuses null. */
    public Movement {
        Input.identifier(id, "movementId", 128);
        Input.required(sku, "sku");
        Input.required(kind, "kind");
        Input.required(reference, "reference");
        Input.required(at, "at");
    }

    /** What happened to stock. */
    public enum Kind {
        /** Units came in. */
        RECEIVED(1),
        /** Somebody counted, or wrote off. */
        ADJUSTED(1),
        /** Sold units came back. */
        RESTOCKED(1),
        /** Units are set aside. */
        HELD(-1),
        /** Units were set aside and are sold. */
        SOLD(-1),
        /** Units were set aside and went back. */
        RELEASED(0);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }
    }

    /** Returns by how much the entry changes what is available. */
    public long effect() {
        return kind.sign * quantity;
    }
}
