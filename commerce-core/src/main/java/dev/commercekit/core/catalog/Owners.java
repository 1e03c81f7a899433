package dev.commercekit.core.catalog;

import dev.commercekit.catalog.Sku;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guesses which product has a SKU, so that both rows can be read at once: the one that had it when it was last asked for. What the
 * SKU's own row says is what counts. Thread-safe.
 */
final class Owners {

    private static final int REMEMBERED = 10_000;

    private final Map<Sku, RowKey> last = new ConcurrentHashMap<>();

    /** Returns the row of the product that had the SKU last, if it is known. */
    Optional<RowKey> find(Sku sku) {
        return Optional.ofNullable(last.get(sku));
    }

    /** Returns the row of the product that has the SKU, as its own row says. */
    RowKey of(Sku sku, Row row) {
        String product = row.get(SkuTable.PRODUCT_ID);
        RowKey known = last.get(sku);
        if (known != null && known.value(0).equals(product)) {
            return known;
        }
        RowKey owner = ProductTable.TABLE.key(product);
        if (last.size() >= REMEMBERED) {
            last.clear();
        }
        last.put(sku, owner);
        return owner;
    }
}
