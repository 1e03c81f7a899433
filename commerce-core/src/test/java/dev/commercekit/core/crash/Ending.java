package dev.commercekit.core.crash;

import dev.commercekit.core.Commerce;
import dev.commercekit.testkit.oracle.Violation;
import java.util.List;

/**
 * How it ends when one more process does what is due, and the caller asks until the answer is there.
 *
 * @param answer the answer
 * @param again the answer when it is asked for once more
 * @param violations what the oracle finds
 */
public record Ending(Object answer, Object again, List<Violation> violations) {

    /** Brings a world to its end. */
    public static Ending of(World world, Wish wish) {
        Object answer;
        Object again;
        try (Commerce last = world.process(CrashPoint.never())) {
            world.recover(last);
            wish.ask(last);
            world.recover(last);
            answer = wish.ask(last);
            again = wish.ask(last);
            world.recover(last);
        }
        return new Ending(answer, again, world.violations());
    }
}
