package dev.commercekit.core.catalog;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.table.Row;

/**
 * Writes and reads the stored form of products. It remembers what a stored text reads as, and nothing else: every look-up
 * still reads the row, so nothing that it returns can be stale.
 */
final class ProductBodies {

    private static final int REMEMBERED = 10_000;
    private static final JsonCodec<Product> CODEC = CommerceJson.codec(Product.class);

    private final Cache<String, Read> read =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    String write(Product product) {
        return CODEC.write(product);
    }

    CatalogEntry entry(Row row) {
        String id = row.get(ProductTable.ID);
        String body = row.get(ProductTable.BODY);
        Read known = read.getIfPresent(id);
        if (known == null || !known.body.equals(body)) {
            known = new Read(body, CODEC.read(body));
            read.put(id, known);
        }
        return new CatalogEntry(known.product, row.version());
    }

    private record Read(String body, Product product) {}
}
