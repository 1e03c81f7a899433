package dev.commercekit.core.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Buyer;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.catalog.CatalogService;
import dev.commercekit.core.key.Node;
import dev.commercekit.money.Price;
import dev.commercekit.testkit.cart.CartsContract;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CartServiceTest extends CartsContract {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Node node = node();
    private final CatalogService catalog = new CatalogService(node.storage(), node.runner());
    private final CartService service = service(node);

    Node node() {
        return Node.over(Stream.concat(CatalogService.TABLES.stream(), Stream.of(StorageCartStore.TABLE))
                .toList());
    }

    Node another() {
        return node.another();
    }

    private CartService service(Node on) {
        StorageCartStore store = new StorageCartStore(on.storage(), on.queue(), on.ids());
        return new CartService(
                CartPlace.STORAGE,
                store,
                new CartDocuments(),
                skus -> catalog.findAll(skus).keySet(),
                on.ids());
    }

    @Override
    protected Catalog createCatalog() {
        return catalog;
    }

    @Override
    protected Carts createCarts(Catalog asked) {
        return service;
    }

    @Override
    protected Carts createSecond(Carts first) {
        return service(another());
    }

    @Test
    void aCartWhoseGenerationBecameAnOrderStartsAnewOnce() {
        Sku sku = Sku.of("x");
        catalog.put(Product.of(sku, "X", Price.of("1", "EUR")));
        Cart ordered = service.setQuantity(service.open(Buyer.guest("g"), EUR).id(), sku, 2);
        service.startAnew(ordered.id(), ordered.generation());
        Cart anew = service.find(ordered.id()).orElseThrow();
        assertThat(anew.lines()).isEmpty();
        assertThat(anew.generation()).isNotEqualTo(ordered.generation());
        Cart next = service.setQuantity(ordered.id(), sku, 1);
        service.startAnew(ordered.id(), ordered.generation());
        assertThat(service.find(ordered.id())).contains(next);
        service.startAnew(CartId.of("gone"), "any");
    }

    @Test
    void anyCatalogCanBeAsked() {
        Sku sku = Sku.of("x");
        catalog.put(Product.of(sku, "X", Price.of("1", "EUR")));
        StorageCartStore store = new StorageCartStore(node.storage(), node.queue(), node.ids());
        CartService remote = CartService.over(store, catalog, node.ids());
        Cart cart = remote.open(Buyer.guest("g"), EUR);
        assertThat(remote.setQuantity(cart.id(), sku, 1).lines()).hasSize(1);
        assertThat(service.find(cart.id()).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void theStoredFormIsRead() {
        StorageCartStore store = new StorageCartStore(node.storage(), node.queue(), node.ids());
        store.put(CartId.of("old"), 0, STORED);
        Cart read = service.find(CartId.of("old")).orElseThrow();
        assertThat(read.buyer()).isEqualTo(Buyer.customer("ann"));
        assertThat(read.lines())
                .isEqualTo(List.of(
                        dev.commercekit.cart.CartLine.of(Sku.of("x 1"), 3).at(Price.of("0.0125", "EUR"))));
        assertThat(CartDocument.write(read)).isEqualTo(STORED);
    }

    private static final String STORED = "{\"form\":1,\"generation\":\"g 1\","
            + "\"buyer\":{\"type\":\"customer\",\"id\":\"ann\"},\"currency\":\"EUR\","
            + "\"lines\":[{\"id\":\"x 1\",\"sku\":\"x 1\",\"quantity\":3,\"attributes\":{},"
            + "\"agreedPrice\":{\"amount\":\"0.0125\",\"currency\":\"EUR\"}}]}";
}
