package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.Fixture.Crash;
import dev.commercekit.testkit.fault.StorageFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what happens between a process and the world, and ends the process at one such point. */
final class CrashPoints {

    /** Where, around one effect, a process ends. */
    enum When {
        BEFORE,
        AFTER_EFFECT_BEFORE_REPLY,
        AFTER
    }

    /** The end of a process around the effect of the given number, counted from 1. */
    record Point(int number, When when) {}

    private @Nullable Point next;
    private int count;
    private boolean over;

    /** Starts a process that ends at the given point, or never. */
    void start(@Nullable Point point) {
        next = point;
        count = 0;
        over = false;
    }

    int count() {
        return count;
    }

    /** Does something that others see: a commit, or a call. */
    void effect(Runnable effect) {
        count++;
        if (over || at(When.BEFORE)) {
            throw new Crash();
        }
        effect.run();
        if (at(When.AFTER_EFFECT_BEFORE_REPLY)) {
            throw new Crash();
        }
        over = at(When.AFTER);
    }

    StorageFault commits() {
        return (sets, storage) -> {
            var results = new java.util.ArrayList<dev.commercekit.storage.CommitResult>();
            effect(() -> results.addAll(storage.commitAll(sets)));
            return List.copyOf(results);
        };
    }

    private boolean at(When when) {
        return next != null && next.number == count && next.when == when;
    }
}
