package dev.commercekit.benchmarks.measure;

import java.io.PrintStream;
import java.util.List;

/** A program that measures something and prints it. */
@FunctionalInterface
public interface Benchmark {

    /** Runs with the given options and prints what was measured. */
    void run(List<String> options, PrintStream out) throws Exception;
}
