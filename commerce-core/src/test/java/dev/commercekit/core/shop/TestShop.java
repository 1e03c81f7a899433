package dev.commercekit.core.shop;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.time.ManualClock;
import java.util.Currency;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A shop on a manual clock, with one product, that does nothing in the background. */
final class TestShop implements AutoCloseable {

    static final Currency GBP = Currency.getInstance("GBP");
    static final Sku HOLDER = Sku.of("85123A");
    static final Sku LANTERN = Sku.of("71053");
    static final Buyer BUYER = Buyer.customer("17850");
    static final Address ADDRESS = Address.of("GB", "1 High Street", "London", "N1 9GU");
    static final Contact CONTACT = Contact.of("Ada Buyer", "ada@example.org");

    final ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");
    final SandboxGateway gateway = SandboxGateway.at(clock);
    final Storage memory = GivenStorage.at(clock);
    final Storage storage;
    final Commerce commerce;

    TestShop() {
        this(storage -> storage, builder -> builder);
    }

    TestShop(Function<Storage, Storage> faults, UnaryOperator<CommerceBuilder> more) {
        storage = faults.apply(memory);
        commerce = another(more);
        product(HOLDER, "Candle holder", "2.55");
        product(LANTERN, "Lantern", "3.39");
    }

    /** Opens one more instance on the same storage and gateway. */
    Commerce another(UnaryOperator<CommerceBuilder> more) {
        CommerceBuilder builder = Commerce.builder()
                .storage(Shared.of(storage))
                .payments(Shared.of(gateway))
                .time(clock)
                .manual();
        return more.apply(builder).build();
    }

    void product(Sku sku, String name, String price) {
        commerce.catalog().put(Product.of(sku, name, Money.of(price, GBP)));
    }

    void receive(Sku sku, long quantity) {
        commerce.inventory().receive(sku, quantity, key("delivery-" + sku + "-" + quantity));
    }

    long available(Sku sku) {
        return commerce.inventory().level(sku).available();
    }

    CartId cart(Sku sku, long quantity) {
        CartId id = commerce.carts().open(BUYER, GBP).id();
        commerce.carts().setQuantity(id, sku, quantity);
        return id;
    }

    CheckoutRequest request(String key, CartId cart, PaymentToken token) {
        return CheckoutRequest.of(key(key), cart, commerce.checkout().quote(cart, ADDRESS), token)
                .shipTo(ADDRESS, CONTACT);
    }

    CheckoutResult buy(String key, CartId cart, PaymentToken token) {
        return commerce.checkout().complete(request(key, cart, token));
    }

    /** Buys and demands that it is confirmed. */
    OrderId order(String key, Sku sku, long quantity, PaymentToken token) {
        return ((CheckoutResult.Confirmed) buy(key, cart(sku, quantity), token)).order();
    }

    ShopOracle oracle() {
        return new ShopOracle(memory, commerce.tables(), gateway, commerce.orders());
    }

    static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    @Override
    public void close() {
        commerce.close();
        memory.close();
    }
}
