package dev.commercekit.benchmarks;

import dev.commercekit.benchmarks.durable.DurableCheckouts;
import dev.commercekit.benchmarks.durable.Endurance;
import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.memory.Checkouts;
import dev.commercekit.benchmarks.memory.Growth;
import dev.commercekit.benchmarks.memory.Startup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmark that the first argument names, with the options that follow. */
public final class Benchmarks {

    /** Every benchmark by its name. */
    static final Map<String, Benchmark> ALL = all();

    private Benchmarks() {}

    /** Runs one. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Benchmark benchmark = words.isEmpty() ? null : ALL.get(words.get(0));
        if (benchmark == null) {
            System.err.println("usage: benchmarks/run NAME [options], where NAME is one of " + ALL.keySet());
            System.exit(2);
            return;
        }
        benchmark.run(words.subList(1, words.size()), System.out);
    }

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("checkouts", new Checkouts());
        all.put("growth", new Growth());
        all.put("startup", new Startup());
        all.put("operations", new Operations());
        all.put("durable", new DurableCheckouts());
        all.put("endurance", new Endurance());
        return all;
    }
}
