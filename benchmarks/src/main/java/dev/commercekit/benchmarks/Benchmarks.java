package dev.commercekit.benchmarks;

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
        return all;
    }
}
