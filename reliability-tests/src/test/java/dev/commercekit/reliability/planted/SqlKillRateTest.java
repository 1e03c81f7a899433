package dev.commercekit.reliability.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.planted.Bug;
import dev.commercekit.core.planted.Bugs;
import dev.commercekit.core.planted.Code;
import dev.commercekit.core.planted.KillRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The {@link KillRate} of the storage on SQL, on real databases. */
class SqlKillRateTest {

    private static final Path PAGE = Path.of("../docs/reliability.md");

    private static final Code JDBC = new Code(
            Path.of("../extensions/commerce-jdbc/src/main/java/dev/commercekit/jdbc"),
            "dev.commercekit.jdbc",
            List.of("dev.commercekit.jdbc."),
            List.of("dev.commercekit.jdbc.server."));

    private static final List<Bug> BUGS =
            Bugs.beside(SqlKillRateTest.class, List.of("judging", "database", "foreseeing"));

    /** One at a time, for they share the schemas of a server. */
    private static final KillRate RATE = new KillRate(JDBC, BUGS, List.of(SqlDetector.values()), 1);

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
                .contains(BUGS.size() + " of " + BUGS.size() + " bugs planted in the storage on SQL are caught")
                .contains(KillRate.table(BUGS));
    }
}
