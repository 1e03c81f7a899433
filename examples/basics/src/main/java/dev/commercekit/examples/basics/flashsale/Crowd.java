package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.CommerceException;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Latencies;
import dev.commercekit.examples.basics.command.Progress;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Many buyers, so many at a time. Each buyer has a cart, a key and a card, and wants one unit. */
final class Crowd {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final int MOST_TRIES = 1_000;
    private static final long MILLIS_A_LINE = 200;

    private final Commerce shop;
    private final Sku sku;
    private final Cards cards;
    private final Answers answers;
    private final int threads;
    private final Latencies checkouts = new Latencies();

    Crowd(Commerce shop, Sku sku, Cards cards, Answers answers, int threads) {
        this.shop = shop;
        this.sku = sku;
        this.cards = cards;
        this.answers = answers;
        this.threads = threads;
    }

    /** Returns how long each checkout took, from the first call to the answer. */
    Latencies checkouts() {
        return checkouts;
    }

    /** Lets all of them try to buy, and returns when the last one has an answer. */
    void come(List<Visit> visits, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger next = new AtomicInteger();
            List<CompletableFuture<Latencies>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(CompletableFuture.supplyAsync(() -> comeOneByOne(visits, next), pool));
            }
            watch(CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)), visits.size(), next, progress);
            all.forEach(one -> checkouts.addAll(one.join()));
        } finally {
            pool.shutdownNow();
        }
    }

    private Latencies comeOneByOne(List<Visit> visits, AtomicInteger next) {
        Latencies times = new Latencies();
        for (int i = next.getAndIncrement(); i < visits.size(); i = next.getAndIncrement()) {
            come(visits.get(i), times);
        }
        return times;
    }

    private void come(Visit visit, Latencies times) {
        shop.carts().open(visit.cart(), visit.who(), GBP);
        shop.carts().setQuantity(visit.cart(), sku, 1);
        CheckoutRequest request = CheckoutRequest.of(
                visit.key(), visit.cart(), shop.checkout().quote(visit.cart()), cards.of(visit.buyer()));
        int from = answers.witnesses().moment();
        CheckoutResult result = times.time(() -> insist(request));
        answers.told(visit, result, from, answers.witnesses().moment());
    }

    /** A buyer whose call says that it may be repeated sends it again, with the same key. */
    private CheckoutResult insist(CheckoutRequest request) {
        for (int i = 1; ; i++) {
            try {
                return shop.checkout().complete(request);
            } catch (CommerceException failure) {
                if (!failure.retryable() || i == MOST_TRIES) {
                    throw failure;
                }
            }
        }
    }

    private void watch(CompletableFuture<Void> end, int all, AtomicInteger begun, Progress progress) {
        while (true) {
            try {
                end.get(MILLIS_A_LINE, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillAtWork) {
                progress.at(Math.min(all, begun.get()), this::stand);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
                return;
            } catch (java.util.concurrent.ExecutionException failed) {
                throw new IllegalStateException("a buyer failed", failed.getCause());
            }
        }
    }

    private String stand() {
        var level = shop.inventory().level(sku);
        return String.format("%s; %,d on the shelf, %,d held", answers.sofar(), level.available(), level.held());
    }
}
