package dev.commercekit.core.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The {@link KillRate} of core. */
class KillRateTest {

    private static final Path PAGE = Path.of("../docs/reliability.md");

    /** The codecs are copied too, because they remember the classes that they wrote, and would keep every copy for ever. */
    private static final Code CORE = new Code(
            Path.of("src/main/java/dev/commercekit/core"),
            "dev.commercekit.core",
            List.of("dev.commercekit.core.", "dev.commercekit.json."),
            List.of("dev.commercekit.core.planted."));

    private static final List<Bug> BUGS = Bugs.beside(
            KillRateTest.class, List.of("payment", "checkout", "stock", "order", "workflow", "event", "storage"));

    private static final KillRate RATE = new KillRate(CORE, BUGS, List.of(CoreDetector.values()), 2);

    @AfterAll
    static void tell() throws IOException {
        RATE.close();
    }

    @TestFactory
    Stream<DynamicTest> catchesEachBug() {
        return RATE.catchesEachBug();
    }

    @TestFactory
    Stream<DynamicTest> catchesNothingWhereNoBugIs() {
        return RATE.catchesNothingWhereNoBugIs();
    }

    @Test
    void thePageStatesTheKillRate() throws IOException {
        assertThat(BUGS).extracting(Bug::name).doesNotHaveDuplicates();
        assertThat(Files.readString(PAGE))
                .as("the page's list of bugs is stale")
                .contains(BUGS.size() + " of " + BUGS.size() + " planted bugs are caught")
                .contains(KillRate.table(BUGS));
    }
}
