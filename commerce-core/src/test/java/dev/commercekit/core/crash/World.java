package dev.commercekit.core.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.oracle.Violation;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What outlives every process.
 *
 * @param storage the storage, whose time is that of the clock
 * @param gateway the gateway
 * @param ledger the gateway's own account of what it did
 * @param clock the time
 * @param options how its processes are built
 */
public record World(
        Storage storage,
        QueryableGateway gateway,
        PaymentLedger ledger,
        ManualClock clock,
        UnaryOperator<CommerceBuilder> options) {

    /** What is on the shelves. */
    public static final Sku SKU = Sku.of("CANDLE");
    /** How many there are of it. */
    public static final long RECEIVED = 10;

    /** Creates a world whose processes are built without options. */
    public World(Storage storage, QueryableGateway gateway, PaymentLedger ledger, ManualClock clock) {
        this(storage, gateway, ledger, clock, builder -> builder);
    }

    /** Returns a world in memory, with goods on the shelves. */
    public static World inMemory() {
        return of(GivenStorage::at, builder -> builder);
    }

    /** Returns a world on a storage that lives by the world's clock, with goods on the shelves. */
    static World of(Function<InstantSource, Storage> place, UnaryOperator<CommerceBuilder> options) {
        ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");
        SandboxGateway gateway = SandboxGateway.at(clock);
        World world = new World(place.apply(clock), gateway, gateway, clock, options);
        world.begin();
        return world;
    }

    /** Puts goods on the shelves. */
    public void begin() {
        try (Commerce shop = process(CrashPoint.never())) {
            shop.catalog().put(Product.of(SKU, "Candle", Money.of("2.55", "GBP")));
            shop.inventory().receive(SKU, RECEIVED, IdempotencyKey.of("delivery"));
        }
    }

    /** Starts a process that stops at the given point. */
    public Commerce process(CrashPoint point) {
        CommerceBuilder builder = Commerce.builder()
                .storage(Shared.of(new StoppableStorage(storage, point)))
                .payments(Shared.of(new StoppableGateway(gateway, point)))
                .time(clock)
                .manual();
        return options.apply(builder).build();
    }

    CheckoutRequest request(String key, PaymentToken token) {
        try (Commerce shop = process(CrashPoint.never())) {
            CartId cart = shop.carts()
                    .open(CartId.of("cart-" + key), Buyer.customer("ada"), Currency.getInstance("GBP"))
                    .id();
            shop.carts().setQuantity(cart, SKU, 3);
            return CheckoutRequest.of(
                    IdempotencyKey.of(key), cart, shop.checkout().quote(cart), token);
        }
    }

    /** Lets time pass and the process do what is due, until nothing is left. */
    public void recover(Commerce process) {
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(40));
            while (process.housekeep() > 0) {}
        }
    }

    /** Returns what the oracle finds when all is settled. */
    public List<Violation> violations() {
        try (Commerce shop = process(CrashPoint.never())) {
            return new ShopOracle(storage, shop.tables(), ledger, shop.orders()).settled();
        }
    }
}
