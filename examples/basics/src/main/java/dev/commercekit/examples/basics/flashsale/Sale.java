package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Progress;
import dev.commercekit.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The sale: everybody comes once; then all that is unknown is settled, and units that came back meanwhile are offered to those
 * who were told that it is sold out, in their order, until there are no units or nobody who waits.
 */
final class Sale {

    static final Sku HOT = Sku.of("HOT-ITEM");
    static final Money PRICE = Money.of("19.99", "GBP");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Commerce shop;
    private final Answers answers;
    private final Crowd crowd;
    private final List<Visit> visits = new ArrayList<>();
    private double seconds;

    Sale(Commerce shop, Size size) {
        this.shop = shop;
        this.answers = new Answers(size.stock(), size.buyers());
        this.crowd = new Crowd(shop, HOT, new Cards(size.seed()), answers, size.threads());
        shop.catalog().put(Product.of(HOT, "What everybody wants", PRICE));
        if (size.stock() > 0) {
            shop.inventory().receive(HOT, size.stock(), IdempotencyKey.of("delivery"));
        }
    }

    Answers answers() {
        return answers;
    }

    Crowd crowd() {
        return crowd;
    }

    /** Returns every visit that was made. */
    List<Visit> visits() {
        return visits;
    }

    /** Returns how long buyers were at it; the time in which unknown payments were only waited for is not counted. */
    double seconds() {
        return seconds;
    }

    long available() {
        return shop.inventory().level(HOT).available();
    }

    void run() {
        List<Visit> coming = IntStream.range(0, answers.buyers())
                .mapToObj(buyer -> new Visit(buyer, 0))
                .toList();
        for (int time = 1; !coming.isEmpty(); time++) {
            come(coming);
            settle();
            coming = waiting(time);
        }
    }

    private void come(List<Visit> coming) {
        long begun = System.nanoTime();
        try (Progress progress = Progress.of("buyers", coming.size())) {
            crowd.come(coming, progress);
        }
        seconds += (System.nanoTime() - begun) / 1e9;
        visits.addAll(coming);
    }

    /** Waits until the shop has found out what became of each payment; it does so in the background, by the same key. */
    private void settle() {
        long begun = System.nanoTime();
        while (!answers.open().isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            shop.housekeep();
            for (Visit visit : answers.open()) {
                CheckoutResult result =
                        shop.checkout().find(visit.who(), visit.key()).orElseThrow();
                if (!(result instanceof Pending)) {
                    answers.settled(visit, result);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<Visit> waiting(int time) {
        return answers.buyersTold(OutOfStock.class).stream()
                .limit(available())
                .map(buyer -> new Visit(buyer, time))
                .toList();
    }
}
