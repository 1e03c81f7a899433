package dev.commercekit.core.commit;

import java.time.Duration;

/** Lets some time pass between two attempts; the simulation passes its own. */
@FunctionalInterface
public interface Pause {

    /** Returns after the duration, or throws at once if the thread is interrupted. */
    void pause(Duration duration) throws InterruptedException;

    /** Returns a pause in which the thread sleeps. */
    static Pause sleeping() {
        return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
