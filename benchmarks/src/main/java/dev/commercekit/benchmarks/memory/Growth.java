package dev.commercekit.benchmarks.memory;

import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.measure.Cost;
import dev.commercekit.benchmarks.measure.Crowd;
import dev.commercekit.benchmarks.measure.Heap;
import dev.commercekit.benchmarks.measure.Options;
import dev.commercekit.benchmarks.shop.Bazaar;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * What an order costs when a shop has many already: one shop grows, and the last orders before each power of ten are measured.
 * The heap that it needs is the last column.
 */
public final class Growth implements Benchmark {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("threads", 4, "skus", 1_000, "orders", 1_000_000, "warmup", 60_000);

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        Options options = Options.parse(words, DEFAULTS);
        int most = options.get("orders");
        out.println(Cost.Line.header("orders") + String.format(" %12s", "heap MB"));
        try (Crowd crowd = new Crowd(options.get("threads"))) {
            try (Bazaar bazaar = Bazaar.inMemory(options.get("skus"))) {
                buy(crowd, bazaar, 0, options.get("warmup"));
            }
            try (Bazaar bazaar = Bazaar.inMemory(options.get("skus"))) {
                int made = 0;
                for (int size = 1_000; size <= most; size *= 10) {
                    int from = size - Math.min(size / 2, 50_000);
                    buy(crowd, bazaar, made, from);
                    Cost cost = buy(crowd, bazaar, from, size);
                    made = size;
                    out.println(Cost.median(List.of(cost)).text(String.valueOf(size))
                            + String.format(" %12d", Heap.usedMegabytes()));
                }
                bazaar.requireSold(made);
            }
        }
    }

    private static Cost buy(Crowd crowd, Bazaar bazaar, int from, int to) throws Exception {
        return Cost.of(to - from, () -> {
            crowd.each(from, to, number -> bazaar.buy(bazaar.fill(number)));
            bazaar.relay();
        });
    }
}
