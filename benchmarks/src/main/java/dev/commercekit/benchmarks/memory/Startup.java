package dev.commercekit.benchmarks.memory;

import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.measure.Options;
import dev.commercekit.core.Commerce;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a shop takes to be built: the first in a process, with all its classes to load, and later ones. */
public final class Startup implements Benchmark {

    private static final Map<String, Integer> DEFAULTS = Map.of("builds", 101);

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        int builds = Options.parse(words, DEFAULTS).get("builds");
        long first = build();
        List<Long> later = new ArrayList<>();
        for (int i = 1; i < builds; i++) {
            later.add(build());
        }
        later.sort(null);
        out.printf("first %d ms%n", first / 1_000_000);
        out.printf("later %d us (median of %d)%n", later.get(later.size() / 2) / 1_000, later.size());
    }

    private static long build() {
        long start = System.nanoTime();
        Commerce shop = Commerce.builder().build();
        long nanos = System.nanoTime() - start;
        shop.close();
        return nanos;
    }
}
