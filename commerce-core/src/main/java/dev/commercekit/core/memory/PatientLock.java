package dev.commercekit.core.memory;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Excludes all others for some microseconds. Whoever finds it taken gives way for a while before it sleeps: to sleep and to be
 * woken takes many times as long as what it waits for, and those who sleep in line are served no faster than they wake.
 */
final class PatientLock {

    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 30 : 0;

    /** How often to look whether it is free before sleeping. */
    private static final int LOOKS = 100;

    private final StampedLock lock = new StampedLock();

    /** Does work alone. */
    <T> T alone(Supplier<T> work) {
        long stamp = begin();
        try {
            return work.get();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /**
     * Reads without the lock, again and again while others write.
     *
     * @param reading may meet anything while somebody writes, also throw; it only counts if nobody did
     */
    <T> T undisturbed(Supplier<T> reading) {
        for (int look = 0; look < LOOKS; look++) {
            long stamp = lock.tryOptimisticRead();
            T read = stamp == 0 ? null : glimpse(reading);
            if (read != null && lock.validate(stamp)) {
                return read;
            }
            giveWay(look);
        }
        return alone(reading);
    }

    private static <T> @Nullable T glimpse(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException torn) {
            return null;
        }
    }

    private long begin() {
        for (int look = 0; look < LOOKS; look++) {
            long stamp = lock.tryWriteLock();
            if (stamp != 0) {
                return stamp;
            }
            giveWay(look);
        }
        return lock.writeLock();
    }

    // A hint: where the scheduler does nothing with it, only time is lost.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void giveWay(int look) {
        if (look < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }
}
