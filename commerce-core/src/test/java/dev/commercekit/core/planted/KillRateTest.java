package dev.commercekit.core.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The {@link KillRate} of core. */
class KillRateTest extends MeasuredKillRate {

    /** The codecs are copied too, because they remember the classes that they wrote, and would keep every copy for ever. */
    private static final Code CORE = new Code(
            Path.of("src/main/java/dev/commercekit/core"),
            "dev.commercekit.core",
            List.of("dev.commercekit.core.", "dev.commercekit.json."),
            List.of("dev.commercekit.core.planted."));

    private static final List<Bug> BUGS = Bugs.beside(
            KillRateTest.class, List.of("payment", "checkout", "stock", "order", "workflow", "event", "storage"));

    KillRateTest() {
        super(new KillRate(CORE, BUGS, List.of(CoreDetector.values()), 2));
    }

    @Test
    void thePageStatesTheKillRate() throws IOException {
        assertThat(BUGS).extracting(Bug::name).doesNotHaveDuplicates();
        assertThatThePage()
                .contains(BUGS.size() + " of " + BUGS.size() + " planted bugs are caught")
                .contains(KillRate.table(BUGS));
    }
}
