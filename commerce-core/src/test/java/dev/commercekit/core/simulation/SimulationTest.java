package dev.commercekit.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.commercekit.core.Seeds;
import dev.commercekit.core.simulation.chance.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Runs shops of several processes in which everything that may go wrong does, in an order that a seed decides; {@link Seeds}
 * says how to run more of them, or one again.
 */
class SimulationTest {

    private static final int USUALLY = 2_000;
    private static final Seeds TWICE = new Seeds(1, 10);
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
    void aSeedIsTheSameRunBesideOthersAndInAnotherProcess() throws Exception {
        Map<Long, Long> here = hashes(TWICE.stream());
        Map<Long, Long> beside = hashes(TWICE.stream().parallel());

        assertThat(beside).isEqualTo(here);
        assertThat(here.values()).doesNotHaveDuplicates();
        assertThat(hashesElsewhere()).isEqualTo(here);
    }

    private static Map<Long, Long> hashes(LongStream seeds) {
        return seeds.boxed()
                .collect(Collectors.toConcurrentMap(
                        seed -> seed, seed -> Simulation.run(seed).hash()));
    }

    private static Map<Long, Long> hashesElsewhere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunElsewhere.class.getName(),
                        Long.toString(TWICE.from()),
                        Long.toString(TWICE.count()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith(RunElsewhere.HASH))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toMap(words -> Long.valueOf(words[1]), words -> Long.valueOf(words[2])));
        } finally {
            assertThat(process.waitFor()).isZero();
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
