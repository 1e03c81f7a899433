package dev.commercekit.core.simulation;

import static org.assertj.core.api.Assertions.fail;

import dev.commercekit.core.Seeds;
import org.junit.jupiter.api.Test;

/** {@link SimulationTest} for planted bugs: a few schedules, and neither another process nor a page. */
class SimulationProbe {

    private static final int ENOUGH = 120;

    @Test
    void everythingEndsWellWhateverHappens() throws Exception {
        Outcome failed = Campaign.run(Seeds.usually(ENOUGH)).failed();
        if (failed != null) {
            fail(failed.story());
        }
    }
}
