package dev.commercekit.catalog;

/**
 * A product as it stands in the catalog.
 *
 * @param product the product
 * @param version 1 when it was first put, one more each time since
 */
public record CatalogEntry(Product product, long version) {}
