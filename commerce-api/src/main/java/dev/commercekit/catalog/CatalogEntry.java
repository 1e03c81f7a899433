package dev.commercekit.catalog;

import dev.commercekit.Input;

/**
 * A product as it stands in the catalog.
 *
 * @param product the product
 * @param version 1 when it was first put, one more each time since
 */
public record CatalogEntry(Product product, long version) {

    /** Checks the version. */
    public CatalogEntry {
        Input.required(product, "product");
        Input.range(version, "version", 1, Long.MAX_VALUE);
    }
}
