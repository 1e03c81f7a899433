package dev.commercekit.reliability.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.planted.Bug;
import dev.commercekit.core.planted.Bugs;
import dev.commercekit.core.planted.Code;
import dev.commercekit.core.planted.KillRate;
import dev.commercekit.core.planted.MeasuredKillRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The {@link KillRate} of the storage on SQL, on real databases. */
class SqlKillRateTest extends MeasuredKillRate {

    private static final Code JDBC = new Code(
            Path.of("../extensions/commerce-jdbc/src/main/java/dev/commercekit/jdbc"),
            "dev.commercekit.jdbc",
            List.of("dev.commercekit.jdbc."),
            List.of("dev.commercekit.jdbc.server."));

    private static final List<Bug> BUGS =
            Bugs.beside(SqlKillRateTest.class, List.of("judging", "database", "foreseeing"));

    /** One at a time, for they share the schemas of a server. */
    SqlKillRateTest() {
        super(new KillRate(JDBC, BUGS, List.of(SqlDetector.values()), 1));
    }

    @Test
    void thePageStatesTheKillRate() throws IOException {
        assertThat(BUGS).extracting(Bug::name).doesNotHaveDuplicates();
        assertThatThePage()
                .contains(BUGS.size() + " of " + BUGS.size() + " bugs planted in the storage on SQL are caught")
                .contains(KillRate.table(BUGS));
    }
}
