package dev.commercekit.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.Variant;
import dev.commercekit.core.key.Node;
import dev.commercekit.money.Price;
import dev.commercekit.testkit.catalog.CatalogContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogServiceTest extends CatalogContract {

    private static final Price PRICE = Price.of("1", "EUR");

    private final Node node = node();
    private final CatalogService service = service(node);

    Node node() {
        return Node.over(CatalogService.TABLES);
    }

    static CatalogService service(Node node) {
        return new CatalogService(node.storage(), node.runner());
    }

    @Override
    protected Catalog createCatalog() {
        return service;
    }

    @Override
    protected Catalog createSecond(Catalog first) {
        return service(another());
    }

    Node another() {
        return node.another();
    }

    @Test
    void manySkusAreFoundTogether() {
        Sku a = Sku.of("a");
        Sku b = Sku.of("b");
        Product pair = Product.of(a, "Pair", PRICE).withVariants(List.of(Variant.of(a, PRICE), Variant.of(b, PRICE)));
        service.put(pair);
        service.put(Product.of(Sku.of("c"), "C", PRICE));
        service.put(Product.of(Sku.of("gone"), "Gone", PRICE));
        service.remove(ProductId.of("gone"));
        assertThat(service.findAll(List.of(a, b, b, Sku.of("c"), Sku.of("gone"), Sku.of("never"))))
                .containsOnly(
                        Map.entry(a, service.find(pair.id()).orElseThrow()),
                        Map.entry(b, service.find(pair.id()).orElseThrow()),
                        Map.entry(Sku.of("c"), service.find(Sku.of("c")).orElseThrow()));
        assertThat(service.findAll(List.of())).isEmpty();
        assertThat(service.findAll(List.of(Sku.of("never")))).isEmpty();
    }

    @Test
    void aPriceIsNeverStaleEvenIfAnotherNodeChangesItAndBack() {
        Sku sku = Sku.of("a");
        Catalog other = service(node.another());
        Product dear = Product.of(sku, "A", Price.of("2", "EUR"));
        Product cheap = Product.of(sku, "A", Price.of("1", "EUR"));
        for (Product next : List.of(dear, cheap, dear)) {
            other.put(next);
            assertThat(service.find(sku).orElseThrow().product()).isEqualTo(next);
        }
    }
}
