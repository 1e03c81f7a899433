package dev.commercekit.core.housekeeping;

import dev.commercekit.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does chores in the background: each at once, then again after its rest, or soon after it is nudged, at most half a millisecond later
 * where nudges come one after the other. While a chore says that it did something it goes on without a rest. A failure ends neither the chore nor any other; it is logged, less and less
 * often while it repeats. Thread-safe.
 */
public final class Housekeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);

    private final List<Shift> shifts;
    private final List<Future<?>> ticks = new ArrayList<>();
    private final Optional<ScheduledThreadPoolExecutor> own;
    private final Duration patience;

    private Housekeeper(
            Collection<Chore> chores, Executor executor, Optional<ScheduledThreadPoolExecutor> own, Duration patience) {
        Input.that(
                chores.stream().map(Chore::name).distinct().count() == chores.size(),
                "chores",
                "must have unique names");
        this.shifts = chores.stream().map(chore -> new Shift(chore, executor)).toList();
        this.own = own;
        this.patience = patience;
    }

    /** Returns a housekeeper that does nothing by itself, only in {@link #runOnce()}. */
    public static Housekeeper manual(Collection<Chore> chores) {
        return new Housekeeper(chores, command -> {}, Optional.empty(), Duration.ZERO);
    }

    /**
     * Starts a housekeeper with threads of its own, one for each chore: handlers of the host may be slow, and must not hold up
     * the recovery of orders.
     *
     * @param patience how long {@link #close()} waits for what is under way, before and again after it interrupts it
     */
    public static Housekeeper start(Collection<Chore> chores, ThreadFactory threads, Duration patience) {
        var executor = new ScheduledThreadPoolExecutor(Math.max(1, chores.size()), threads);
        return new Housekeeper(chores, executor, Optional.of(executor), patience).scheduled(executor);
    }

    /**
     * Starts a housekeeper on an executor of the host, which it does not close.
     *
     * @param patience how long {@link #close()} waits for each chore that is under way
     */
    public static Housekeeper start(Collection<Chore> chores, ScheduledExecutorService executor, Duration patience) {
        return new Housekeeper(chores, executor, Optional.empty(), patience).scheduled(executor);
    }

    /** Asks for a run of the named chore that begins after this call. It costs next to nothing, also when called often. */
    public void nudge(String chore) {
        for (Shift shift : shifts) {
            if (shift.chore().name().equals(chore)) {
                shift.ask();
            }
        }
    }

    /** Asks for a run of every chore. */
    public void nudge() {
        shifts.forEach(Shift::ask);
    }

    /**
     * Does every chore in this thread, one after the other, each until it has nothing left to do (at most a hundred times).
     *
     * @return how much was done in all; call again until nothing is
     * @throws Error if a chore throws one
     */
    public int runOnce() {
        return shifts.stream().mapToInt(Shift::work).sum();
    }

    /** Ends in bounded time: begins nothing more and waits for what is under way. A chore may call it. */
    @Override
    public void close() {
        shifts.forEach(Shift::close);
        ticks.forEach(tick -> tick.cancel(false));
        if (own.isPresent()) {
            end(own.get());
        } else {
            shifts.forEach(shift -> shift.awaitEnd(patience));
        }
    }

    private void end(ExecutorService executor) {
        executor.shutdown();
        if (shifts.stream().anyMatch(Shift::isWorkOfThisThread)) {
            return;
        }
        try {
            if (!executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                executor.shutdownNow();
                boolean ended = executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
                if (!ended) {
                    log.warn("a chore that was interrupted is still at work");
                }
            }
        } catch (InterruptedException impatient) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Housekeeper scheduled(ScheduledExecutorService executor) {
        for (Shift shift : shifts) {
            shift.ask();
            long rest = shift.chore().every().toMillis();
            ticks.add(executor.scheduleWithFixedDelay(shift::ask, rest, rest, TimeUnit.MILLISECONDS));
        }
        return this;
    }
}
