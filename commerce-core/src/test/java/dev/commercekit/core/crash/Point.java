package dev.commercekit.core.crash;

import dev.commercekit.core.crash.CrashPoint.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * A point at which a process can be stopped.
 *
 * @param at the number of the boundary, counted from 1
 * @param mode where at the boundary
 * @param recovery how many boundaries the process crosses that recovers
 */
public record Point(int at, Mode mode, int recovery) {

    /** Returns the points at which the process that recovers can be stopped. */
    public List<Point> second() {
        List<Point> second = new ArrayList<>();
        for (Mode where : Mode.values()) {
            for (int then = 1; then <= recovery; then++) {
                second.add(new Point(then, where, 0));
            }
        }
        return second;
    }

    CrashPoint stop() {
        return CrashPoint.at(at, mode);
    }
}
