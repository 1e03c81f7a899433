package dev.commercekit.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.Cursor;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.Variant;
import dev.commercekit.money.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** The catalog under test, and short forms of what the tests do with it. */
abstract class CatalogFixture {

    static final Price PRICE = Price.of("2.55", "GBP");
    static final ProductId SHIRT = ProductId.of("shirt");

    Catalog catalog;
    Catalog second;

    /** Only for subclasses in this package. */
    CatalogFixture() {}

    abstract Catalog first();

    abstract Catalog secondOf(Catalog first);

    @BeforeEach
    void create() {
        catalog = first();
        second = secondOf(catalog);
    }

    Catalog instance(int number) {
        return number % 2 == 0 ? catalog : second;
    }

    static Product product(String id, String... skus) {
        List<Variant> variants =
                Stream.of(skus).map(sku -> Variant.of(Sku.of(sku), PRICE)).toList();
        return new Product(ProductId.of(id), "The " + id, Optional.empty(), variants, Map.of());
    }

    static Product named(String name, Product product) {
        return new Product(product.id(), name, product.description(), product.variants(), product.attributes());
    }

    void stands(Product product, long version) {
        CatalogEntry entry = new CatalogEntry(product, version);
        assertThat(catalog.find(product.id())).contains(entry);
        assertThat(second.find(product.id())).contains(entry);
        product.variants()
                .forEach(variant -> assertThat(second.find(variant.sku())).contains(entry));
    }

    List<CatalogEntry> browsed(int limit) {
        List<CatalogEntry> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<CatalogEntry> page = catalog.browse(new PageRequest(limit, next));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return all;
    }
}
