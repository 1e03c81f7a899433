package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that begin at the same moment, and what they do so as not to give up too soon. */
public final class Contenders {

    private static final int TRIES = 200;
    private static final long SECONDS = 120;

    private Contenders() {}

    /** Runs the work in as many threads at once, each with its number; the first failure becomes that of the test. */
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
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a contender failed", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("contenders are stuck", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Commits, and sends the set again while that fails for a time or the reply is lost. */
    public static CommitResult commit(Storage storage, WriteSet set) {
        for (int i = 0; i < TRIES; i++) {
            try {
                CommitResult result = storage.commit(set);
                if (!(result instanceof CommitResult.InDoubt)) {
                    return result;
                }
            } catch (StorageException failure) {
                if (!failure.retryable()) {
                    throw failure;
                }
            }
        }
        throw new AssertionError("no result after " + TRIES + " tries");
    }

    /** Returns whether the set was applied, by this call or by one before it whose reply was lost. */
    public static boolean applies(Storage storage, WriteSet set) {
        CommitResult result = commit(storage, set);
        return result instanceof CommitResult.Committed || result instanceof CommitResult.Joined;
    }

    /** What a contender does. */
    @FunctionalInterface
    public interface Work {

        /** Does the work of the contender with the given number, from 0. */
        void run(int number) throws Exception;
    }
}
