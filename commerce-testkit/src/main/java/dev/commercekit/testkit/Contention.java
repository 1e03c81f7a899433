package dev.commercekit.testkit;

import dev.commercekit.CommerceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Threads that begin at the same moment, and callers that do not give up too soon. */
public final class Contention {

    private static final int TRIES = 200;
    private static final long SECONDS = 120;

    private Contention() {}

    /** Runs the work in as many threads at once, each with its number from 0; the first failure becomes that of the test. */
    public static void run(int threads, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    work.run(number);
                    return number;
                }));
            }
            for (Future<?> one : all) {
                one.get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a contender failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("contenders are stuck", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Makes a call again while it fails with an error that says that it may be repeated. */
    public static <T> T insist(Supplier<T> call) {
        for (int i = 1; ; i++) {
            try {
                return call.get();
            } catch (CommerceException failure) {
                if (!failure.retryable() || i == TRIES) {
                    throw failure;
                }
            }
        }
    }

    /** What a contender does. */
    @FunctionalInterface
    public interface Work {

        /** Does the work of the contender with the given number. */
        void run(int number);
    }
}
