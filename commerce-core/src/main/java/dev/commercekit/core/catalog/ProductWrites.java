package dev.commercekit.core.catalog;

import dev.commercekit.Input;
import dev.commercekit.VersionConflictException;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.SkuTakenException;
import dev.commercekit.catalog.Variant;
import dev.commercekit.core.key.Attempt;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What putting or removing a product writes. The version of the product's row guards the rows of its SKUs. */
final class ProductWrites {

    private final ProductBodies bodies;

    ProductWrites(ProductBodies bodies) {
        this.bodies = bodies;
    }

    /** Returns the rows of the product and of all its SKUs. */
    List<RowKey> reads(Product product) {
        List<RowKey> keys = new ArrayList<>();
        keys.add(ProductTable.key(Input.required(product, "product").id()));
        product.variants().forEach(variant -> keys.add(SkuTable.key(variant.sku())));
        return keys;
    }

    /**
     * Puts a product. If it stands there already, nothing is written.
     *
     * @param expected the version that must stand there, 0 for none; or empty for whatever stands there
     */
    Attempt<CatalogEntry> put(Product product, Reading reading, OptionalLong expected) {
        Map<RowKey, Row> rows = reading.byKey();
        Optional<Row> row = Optional.ofNullable(rows.get(ProductTable.key(product.id())));
        Optional<CatalogEntry> old = row.filter(ProductTable::listed).map(bodies::entry);
        long version = old.map(CatalogEntry::version).orElse(0L);
        long wanted = expected.orElse(version);
        if (old.isPresent() && old.get().product().equals(product)) {
            // A repetition names the version before its first call; 0 is one where that call brought the product back.
            if (wanted == version || wanted == version - 1 || wanted == 0) {
                return Attempt.answer(old.get());
            }
        }
        if (wanted != version) {
            throw new VersionConflictException("product", product.id().value(), wanted);
        }
        Set<Sku> before = old.map(entry -> skus(entry.product())).orElse(Set.of());
        Set<Sku> after = skus(product);
        List<Write> writes = new ArrayList<>();
        Consumer<Values.Setter> values = setter -> setter.set(ProductTable.NAME, product.name())
                .set(ProductTable.BODY, bodies.write(product))
                .set(ProductTable.LISTED, 1L);
        writes.add(row.<Write>map(found -> Write.update(found, values))
                .orElseGet(() -> Write.insert(ProductTable.key(product.id()), values)));
        before.stream().filter(sku -> !after.contains(sku)).forEach(sku -> writes.add(SkuTable.giveUp(sku)));
        for (Sku sku : after) {
            if (!before.contains(sku)) {
                refuseTaken(sku, product.id(), Optional.ofNullable(rows.get(SkuTable.key(sku))));
                writes.add(SkuTable.take(sku, product.id()));
            }
        }
        return Attempt.of(
                writes, new CatalogEntry(product, row.map(Row::version).orElse(0L) + 1));
    }

    Attempt<Boolean> remove(Optional<Row> row) {
        if (row.filter(ProductTable::listed).isEmpty()) {
            return Attempt.answer(false);
        }
        List<Write> writes = new ArrayList<>();
        writes.add(Write.update(row.get(), values -> values.empty(ProductTable.LISTED)));
        skus(bodies.entry(row.get()).product()).forEach(sku -> writes.add(SkuTable.giveUp(sku)));
        return Attempt.of(writes, true);
    }

    private static void refuseTaken(Sku sku, ProductId putter, Optional<Row> taken) {
        taken.map(row -> ProductId.of(row.get(SkuTable.PRODUCT_ID)))
                .filter(owner -> !owner.equals(putter))
                .ifPresent(owner -> {
                    throw new SkuTakenException(sku, owner);
                });
    }

    private static Set<Sku> skus(Product product) {
        return product.variants().stream().map(Variant::sku).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
