package dev.commercekit.core.catalog;

import dev.commercekit.Cursor;
import dev.commercekit.Input;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.core.page.PageCursor;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The catalog over a storage. Every look-up reads the storage, so a price is never staler than its read. */
public final class CatalogService implements Catalog {

    /** The tables that it needs. */
    public static final List<Table> TABLES = List.of(ProductTable.TABLE, SkuTable.TABLE);

    private static final String LISTING = "products";

    private final Storage storage;
    private final CommandRunner runner;
    private final ProductBodies bodies = new ProductBodies();
    private final Owners owners = new Owners();
    private final ProductWrites writes = new ProductWrites(bodies);

    /** Creates the service over a storage in which {@link #TABLES} are open. */
    public CatalogService(Storage storage, CommandRunner runner) {
        this.storage = storage;
        this.runner = runner;
    }

    @Override
    public CatalogEntry put(Product product) {
        return put(product, OptionalLong.empty());
    }

    @Override
    public CatalogEntry put(Product product, long version) {
        return put(product, OptionalLong.of(Input.range(version, "version", 0, Long.MAX_VALUE)));
    }

    private CatalogEntry put(Product product, OptionalLong version) {
        Caller.require(Permission.MANAGE_CATALOG);
        return runner.run("put-product", writes.reads(product), reading -> writes.put(product, reading, version));
    }

    @Override
    public boolean remove(ProductId id) {
        Caller.require(Permission.MANAGE_CATALOG);
        RowKey key = ProductTable.key(Input.required(id, "productId"));
        return runner.run("remove-product", List.of(key), reading -> writes.remove(reading.find(key)));
    }

    @Override
    public Optional<CatalogEntry> find(ProductId id) {
        RowKey key = ProductTable.key(Input.required(id, "productId"));
        return storage.get(List.of(key)).find(key).filter(ProductTable::listed).map(bodies::entry);
    }

    @Override
    public Optional<CatalogEntry> find(Sku sku) {
        return Optional.ofNullable(findAll(List.of(Input.required(sku, "sku"))).get(sku));
    }

    /**
     * Returns the products that have variants with the given SKUs, or none for no SKU; in one read of the storage for SKUs that were
     * asked for before, else in two. A SKU that no product had at some moment of the call may be missing.
     */
    public Map<Sku, CatalogEntry> findAll(Collection<Sku> skus) {
        return skus.isEmpty() ? Map.of() : findAll(skus, SeenRows.read(storage, reads(skus)));
    }

    /** Returns the rows that tell of SKUs, as far as it is known which they are, in a list to which others may be added. */
    public List<RowKey> reads(Collection<Sku> skus) {
        List<RowKey> keys = new ArrayList<>(skus.size() * 2 + 3);
        for (Sku sku : skus) {
            keys.add(SkuTable.key(sku));
            owners.find(sku).ifPresent(keys::add);
        }
        return skus.size() == 1 ? keys : new ArrayList<>(new LinkedHashSet<>(keys));
    }

    /** Returns products as {@link #findAll(Collection)} does, for a caller who has just read rows; what they do not tell is read. */
    public Map<Sku, CatalogEntry> findAll(Collection<Sku> skus, SeenRows seen) {
        List<RowKey> rows = new ArrayList<>(skus.size());
        for (Sku sku : skus) {
            rows.add(SkuTable.key(sku));
        }
        readUnknown(rows, seen);
        Map<Sku, RowKey> owned = new HashMap<>(skus.size() * 2);
        int next = 0;
        for (Sku sku : skus) {
            Optional<Row> row = seen.find(rows.get(next++));
            if (row.isPresent()) {
                owned.put(sku, owners.of(sku, row.get()));
            }
        }
        readUnknown(owned.values(), seen);
        Map<Sku, CatalogEntry> found = new HashMap<>(owned.size() * 2);
        for (Map.Entry<Sku, RowKey> owner : owned.entrySet()) {
            Optional<Row> product = seen.find(owner.getValue());
            if (product.isPresent() && ProductTable.listed(product.get())) {
                CatalogEntry entry = bodies.entry(product.get());
                if (entry.product().variant(owner.getKey()).isPresent()) {
                    found.put(owner.getKey(), entry);
                }
            }
        }
        return found;
    }

    private void readUnknown(Collection<RowKey> keys, SeenRows seen) {
        Set<RowKey> unknown = Set.of();
        for (RowKey key : keys) {
            if (!seen.knows(key)) {
                unknown = unknown.isEmpty() ? new LinkedHashSet<>() : unknown;
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            seen.add(unknown, storage.get(unknown));
        }
    }

    @Override
    public Page<CatalogEntry> browse(PageRequest page) {
        int limit = Input.required(page, "page").limit();
        Scan scan = Scan.of(ProductTable.TABLE, "listed").equal(1L).limit(limit + 1);
        Optional<Scan.Position> after = page.after().map(CatalogService::position);
        List<Row> rows = storage.scan(after.map(scan::after).orElse(scan)).rows();
        boolean more = rows.size() > limit;
        List<Row> items = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                items.stream().map(bodies::entry).toList(),
                more ? Optional.of(cursor(items.get(items.size() - 1))) : Optional.empty());
    }

    private static Cursor cursor(Row row) {
        return PageCursor.write(LISTING, row.get(ProductTable.ID));
    }

    private static Scan.Position position(Cursor cursor) {
        return new Scan.Position(
                List.of(1L), List.of(PageCursor.read(cursor, LISTING, 1).get(0)));
    }
}
