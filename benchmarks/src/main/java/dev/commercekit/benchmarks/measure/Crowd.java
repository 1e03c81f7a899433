package dev.commercekit.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that share numbered work; they live until it is closed. */
public final class Crowd implements AutoCloseable {

    private final int size;
    private final ExecutorService threads;

    public Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Does the work for every number from {@code from} up to {@code to}, and waits for its end. */
    public void each(int from, int to, IntConsumer work) throws Exception {
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int first = from + i;
            parts.add(threads.submit(() -> {
                for (int number = first; number < to; number += size) {
                    work.accept(number);
                }
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
