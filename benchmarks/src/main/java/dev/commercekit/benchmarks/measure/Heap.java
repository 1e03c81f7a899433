package dev.commercekit.benchmarks.measure;

/** The heap of this process. */
public final class Heap {

    private Heap() {}

    /** Collects garbage, and returns how many megabytes are in use still. */
    public static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
