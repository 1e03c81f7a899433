package dev.commercekit.benchmarks.memory;

import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.measure.Cost;
import dev.commercekit.benchmarks.measure.Crowd;
import dev.commercekit.benchmarks.measure.Options;
import dev.commercekit.benchmarks.shop.Bazaar;
import dev.commercekit.checkout.CheckoutRequest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whole checkouts: a cart is opened, its line set, it is quoted and completed, the gateway approves, and the events are handed
 * over. Of the variants one only completes, with carts and quotes made before, and one sells a single SKU. Each round takes a
 * new shop for each variant in turn, so that what disturbs the machine for a while disturbs all.
 */
public final class Checkouts implements Benchmark {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("threads", 4, "skus", 1_000, "checkouts", 20_000, "warmup", 8, "rounds", 5);

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        Options options = Options.parse(words, DEFAULTS);
        int count = options.get("checkouts");
        List<Cost> whole = new ArrayList<>();
        List<Cost> complete = new ArrayList<>();
        List<Cost> hot = new ArrayList<>();
        try (Crowd crowd = new Crowd(options.get("threads"))) {
            for (int i = -options.get("warmup"); i < options.get("rounds"); i++) {
                if (i == 0) {
                    List.of(whole, complete, hot).forEach(List::clear);
                }
                whole.add(whole(crowd, options.get("skus"), count));
                complete.add(complete(crowd, options.get("skus"), count));
                hot.add(whole(crowd, 1, count));
            }
        }
        out.println(Cost.Line.header("checkouts"));
        out.println(Cost.median(whole).text("whole"));
        out.println(Cost.median(complete).text("complete"));
        out.println(Cost.median(hot).text("one SKU"));
    }

    private static Cost whole(Crowd crowd, int skus, int count) throws Exception {
        try (Bazaar bazaar = Bazaar.inMemory(skus)) {
            Cost cost = Cost.of(count, () -> {
                crowd.each(0, count, number -> bazaar.buy(bazaar.fill(number)));
                bazaar.relay();
            });
            bazaar.requireSold(count);
            return cost;
        }
    }

    private static Cost complete(Crowd crowd, int skus, int count) throws Exception {
        try (Bazaar bazaar = Bazaar.inMemory(skus)) {
            CheckoutRequest[] requests = new CheckoutRequest[count];
            crowd.each(0, count, number -> requests[number] = bazaar.fill(number));
            Cost cost = Cost.of(count, () -> {
                crowd.each(0, count, number -> bazaar.buy(requests[number]));
                bazaar.relay();
            });
            bazaar.requireSold(count);
            return cost;
        }
    }
}
