package dev.commercekit.core.housekeeping;

import dev.commercekit.Input;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Something to do again and again. It is never done twice at once by one housekeeper, and harmless when another does it too.
 *
 * @param name its name, unique in its housekeeper
 * @param every how long to rest after it, unless it is nudged
 * @param work does a bounded part of the work, and returns how much it did; while that is not zero there may be more
 */
public record Chore(String name, Duration every, IntSupplier work) {

    /** Checks the name and the duration. */
    public Chore {
        Input.identifier(name, "name", 64);
        Input.that(every.toMillis() > 0, "every", "must be at least a millisecond");
        Input.required(work, "work");
    }

    /** Returns a chore that is done with each run. */
    public static Chore of(String name, Duration every, Runnable work) {
        return new Chore(name, every, () -> {
            work.run();
            return 0;
        });
    }
}
