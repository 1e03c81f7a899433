package dev.commercekit.core.catalog;

import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.table.Row;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes and reads the stored form of products. It remembers what a stored text reads as, and nothing else: every look-up
 * still reads the row, so nothing that it returns can be stale.
 */
final class ProductBodies {

    private static final int REMEMBERED = 10_000;
    private static final JsonCodec<Product> CODEC = CommerceJson.codec(Product.class);

    private final Map<String, Read> read = new ConcurrentHashMap<>();

    String write(Product product) {
        return CODEC.write(product);
    }

    CatalogEntry entry(Row row) {
        String id = row.get(ProductTable.ID);
        String body = row.get(ProductTable.BODY);
        Read known = read.get(id);
        if (known == null || !known.body.equals(body)) {
            known = new Read(body, CODEC.read(body));
            remember(id, known);
        }
        return new CatalogEntry(known.product, row.version());
    }

    /** Begins anew when it is full, because to note what was used last would make each look-up slower. */
    private void remember(String id, Read known) {
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        read.put(id, known);
    }

    private record Read(String body, Product product) {}
}
