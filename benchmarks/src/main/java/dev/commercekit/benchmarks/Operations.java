package dev.commercekit.benchmarks;

import dev.commercekit.benchmarks.measure.Benchmark;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Single operations, by JMH, which takes its own options; {@code -h} of JMH tells them. */
final class Operations implements Benchmark {

    private static final String ALL = "dev.commercekit.benchmarks.operation";

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        List<String> options = new ArrayList<>(words);
        if (options.stream().allMatch(word -> word.startsWith("-"))) {
            options.add(ALL);
        }
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options.toArray(String[]::new)))
                        .build())
                .run();
    }
}
