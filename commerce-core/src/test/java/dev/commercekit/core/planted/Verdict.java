package dev.commercekit.core.planted;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which detector noticed a bug first.
 *
 * @param detector the detector, if any did
 * @param failure what it said
 */
record Verdict(Optional<Detector> detector, String failure) {

    /** Whoever takes longer hangs, which is not as good as caught: the host's build would hang too. */
    private static final long MINUTES = 20;

    /** Asks the detectors in their order. */
    static Verdict of(Trial trial, Iterable<? extends Detector> detectors) {
        for (Detector detector : detectors) {
            Optional<Throwable> failure = inTime(() -> trial.failure(detector));
            if (failure.isPresent()) {
                return new Verdict(Optional.of(detector), String.valueOf(failure.get()));
            }
        }
        return new Verdict(Optional.empty(), "nothing");
    }

    private static <T> T inTime(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(run -> {
            Thread daemon = new Thread(run, "detector");
            daemon.setDaemon(true);
            return daemon;
        });
        try {
            return thread.submit(work).get(MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException hangs) {
            throw new IllegalStateException("it hangs", hangs);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("it could not be tried", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            thread.shutdownNow();
        }
    }
}
