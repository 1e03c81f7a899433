package dev.commercekit.reliability.points;

import dev.commercekit.core.crash.Enumeration;
import dev.commercekit.core.crash.Point;
import dev.commercekit.core.crash.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A process that is killed.
 *
 * @param scenario in the midst of what
 * @param first where it stands
 * @param second where the one stands that recovers, if that is killed too
 */
record Case(Scenario scenario, Point first, Optional<Point> second) {

    /** Returns every point of a scenario, alone. */
    static List<Case> singles(Scenario scenario) {
        return Enumeration.singles(scenario).stream()
                .map(point -> new Case(scenario, point, Optional.empty()))
                .toList();
    }

    /** Returns every pair that begins with this point. */
    List<Case> pairs() {
        return first.second().stream()
                .map(then -> new Case(scenario, first, Optional.of(then)))
                .toList();
    }
}
