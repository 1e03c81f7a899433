package dev.commercekit.core.simulation;

import dev.commercekit.core.Seeds;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Temper;
import dev.commercekit.testkit.oracle.Violation;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param steps how many steps its trace has
 * @param hash tells its trace from any other
 * @param counts how often each fault struck
 * @param violations what did not hold and should, nothing in a good run
 * @param last the end of the trace
 */
record Outcome(
        long seed,
        Temper temper,
        long steps,
        long hash,
        Map<Fault, Integer> counts,
        int orders,
        List<Violation> violations,
        List<String> last) {

    boolean good() {
        return violations.isEmpty();
    }

    /** Tells what did not hold, what happened last, and how to see it again. */
    String story() {
        StringBuilder text = new StringBuilder("seed " + seed + " does not end well");
        violations.forEach(violation -> text.append("%n  %s: %s".formatted(violation.invariant(), violation.what())));
        text.append("%nIt is %s.%nThe last of %,d steps (-Dcommercekit.trace=N shows more):".formatted(temper, steps));
        last.forEach(step -> text.append("%n  %s".formatted(step)));
        return text.append("%nTo repeat it: mvn test -Dfast -pl commerce-core -am -Dtest=SimulationTest %s %s%n"
                        .formatted("-Dsurefire.failIfNoSpecifiedTests=false", Seeds.option(seed)))
                .toString();
    }
}
