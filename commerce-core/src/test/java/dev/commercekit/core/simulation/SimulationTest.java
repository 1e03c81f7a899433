package dev.commercekit.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.commercekit.core.Seeds;
import dev.commercekit.core.simulation.chance.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs shops of several processes in which everything that may go wrong does, in an order that a seed decides; {@link Seeds}
 * says how to run more of them, or one again.
 */
class SimulationTest {

    private static final int USUALLY = 2_000;
    private static final Path PAGE = Path.of("../docs/reliability.md");

    @Test
    void everythingEndsWellWhateverHappens() throws Exception {
        Seeds seeds = Seeds.usually(USUALLY);

        Campaign campaign = Campaign.run(seeds);

        System.out.println("simulation, seeds from " + seeds.from() + ": " + campaign);
        Outcome failed = campaign.failed();
        if (failed != null) {
            fail(failed.story());
        }
        if (seeds.count() >= USUALLY) {
            assertThat(Fault.values())
                    .allSatisfy(fault -> assertThat(campaign.count(fault))
                            .as("how often there was: %s", fault)
                            .isPositive());
        }
    }

    @Test
    void thePageTellsHowManySchedulesAndWhichFaults() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).contains(String.format("%,d schedules", USUALLY));
        List<String> told = Arrays.stream(Fault.values()).map(Fault::toString).toList();
        assertThat(told).allSatisfy(fault -> assertThat(page).contains("| " + fault + " |"));
    }
}
