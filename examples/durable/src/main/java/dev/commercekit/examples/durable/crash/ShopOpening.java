package dev.commercekit.examples.durable.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.OpenStorage;
import dev.commercekit.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;

/** The shop that all processes open: what it sells, and how patient it is. */
public final class ShopOpening {

    static final Currency EUR = Currency.getInstance("EUR");

    /** One that everybody wants, one that is nearly sold out from the start, and some others. */
    public static final List<Sku> SKUS =
            List.of(Sku.of("HOT"), Sku.of("RARE"), Sku.of("LAMP"), Sku.of("CHAIR"), Sku.of("TABLE"));

    /** Who does not answer in this time is taken for gone. */
    public static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(1);

    private ShopOpening() {}

    /** Returns a builder of the shop; storage and gateway are closed by who opened them. */
    public static CommerceBuilder builder(OpenStorage storage, RemoteGateway gateway) {
        return Commerce.builder()
                .storage(Shared.of(storage.storage()))
                .payments(Shared.of(gateway))
                .gatewayTimeout(GATEWAY_TIMEOUT)
                .pollEvery(Duration.ofMillis(200));
    }

    /** Puts the goods on the shelves; done again, it changes nothing. */
    public static void stockUp(Commerce shop) {
        for (Sku sku : SKUS) {
            shop.catalog().put(Product.of(sku, sku.value(), Money.of("19.99", EUR)));
            shop.inventory()
                    .receive(sku, sku.value().equals("RARE") ? 50 : 1_000_000, IdempotencyKey.of("delivery/" + sku));
        }
    }
}
