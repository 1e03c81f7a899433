package dev.commercekit.core.commit;

import dev.commercekit.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the storage's present time without asking it: every reply carries that time, and this process's monotonic clock
 * tells how long ago that was. Whoever must stop in time (a deadline, a lease of its own) reads {@link #latest()}; whoever
 * must not act too soon (an expiry) reads {@link #earliest()}. The width between both is the duration of the last request.
 *
 * <p>The last reply counts, so a storage whose clock steps back is followed. Thread-safe.
 */
public final class StorageClock {

    // The storage cuts its time to microseconds, so it may have been this much later.
    private static final Duration RESOLUTION = Duration.ofNanos(1_000);

    private final Storage storage;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Reply> last = new AtomicReference<>();

    /** Creates the clock; it asks the storage only where a bound is wanted before any reply has been seen. */
    public StorageClock(Storage storage, LongSupplier nanos) {
        this.storage = storage;
        this.nanos = nanos;
    }

    /** Returns this process's monotonic time in nanoseconds, to be read before a request. */
    public long nanos() {
        return nanos.getAsLong();
    }

    /**
     * Takes note of a reply that has just come. Pass no time of an earlier commit, such as that of a joined one.
     *
     * @param before {@link #nanos()} before the request was sent
     * @param at the storage's time in the reply
     */
    public void observe(long before, Instant at) {
        Reply reply = new Reply(before, nanos(), at);
        last.accumulateAndGet(reply, (old, now) -> old == null || now.before - old.before >= 0 ? now : old);
    }

    /** Returns a time that the storage has reached by now. */
    public Instant earliest() {
        Reply reply = reply();
        return reply.at.plusNanos(nanos() - reply.after);
    }

    /** Returns a time that the storage has not passed yet. */
    public Instant latest() {
        Reply reply = reply();
        return reply.at.plusNanos(nanos() - reply.before).plus(RESOLUTION);
    }

    /** Asks the storage for its time, so that the bounds are as close as one request makes them. */
    public void refresh() {
        long before = nanos();
        observe(before, storage.now());
    }

    private Reply reply() {
        if (last.get() == null) {
            refresh();
        }
        return Objects.requireNonNull(last.get());
    }

    private record Reply(long before, long after, Instant at) {}
}
