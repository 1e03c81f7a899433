package dev.commercekit.core.commit;

import java.time.Duration;

/** Lets some time pass between two attempts. */
@FunctionalInterface
public interface Pause {

    /** Returns after the duration, or throws at once if the thread is interrupted. */
    void pause(Duration duration) throws InterruptedException;
}
