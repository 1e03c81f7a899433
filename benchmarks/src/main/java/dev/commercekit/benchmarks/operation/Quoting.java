package dev.commercekit.benchmarks.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.Cart;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.Commerce;
import dev.commercekit.money.Money;
import dev.commercekit.pricing.Quote;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A quote of a cart with one line and with twenty. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Quoting {

    /** How many lines the cart has. */
    @Param({"1", "20"})
    public int lines;

    private final Commerce shop = Commerce.builder().manual().build();
    private final Cart cart = shop.carts().open(Buyer.customer("ada"), Currency.getInstance("GBP"));

    /** Fills the cart. */
    @Setup
    public void fill() {
        for (int i = 0; i < lines; i++) {
            Sku sku = Sku.of("SKU-" + i);
            shop.catalog().put(Product.of(sku, "Thing number " + i, Money.of("2.55", "GBP")));
            shop.inventory().receive(sku, 1_000, IdempotencyKey.of("delivery-" + i));
            shop.carts().setQuantity(cart.id(), sku, 2);
        }
    }

    /** Closes the shop. */
    @TearDown
    public void close() {
        shop.close();
    }

    /** Quotes it. */
    @Benchmark
    public Quote quote() {
        return shop.checkout().quote(cart.id());
    }
}
