package dev.commercekit.examples.basics.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again while an answer is pending: a process that was killed left it so, and the shop finishes it in the background. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    static <T> T until(T first, Supplier<T> again, Predicate<T> ready) {
        T answer = first;
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!ready.test(answer) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = again.get();
        }
        return answer;
    }
}
