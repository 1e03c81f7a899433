package dev.commercekit.reliability.points;

import dev.commercekit.core.crash.Point;
import dev.commercekit.core.crash.Wish;
import java.time.Instant;
import java.util.Optional;

/**
 * A shop whose processes are killed.
 *
 * @param name its name
 * @param what where they are killed
 */
record Shop(String name, Case what) {

    static final Instant OPENED = Instant.parse("2026-01-05T09:00:00Z");

    /** Returns what the first process does. */
    Task first() {
        return task(OPENED, Optional.empty(), what.first());
    }

    /** Returns what the one does that recovers from where the first one stood. */
    Task second(Stand first) {
        return task(first.moment(), Optional.of(first.wish()), what.second().orElseThrow());
    }

    private Task task(Instant moment, Optional<Wish> wish, Point point) {
        return new Task(name, what.scenario(), moment, wish, point.at(), point.mode());
    }
}
