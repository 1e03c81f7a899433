package dev.commercekit.reliability.planted;

import dev.commercekit.core.planted.Bug;
import dev.commercekit.core.planted.Bugs;
import dev.commercekit.core.planted.Code;
import dev.commercekit.core.planted.KillRate;
import dev.commercekit.core.planted.MeasuredKillRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The {@link KillRate} of core on SQL: what its tests catch in memory they catch on files of SQLite. Left out are the bugs that are
 * planted in the storage in memory, and the one that only a storage shows that loses a relaxed commit, which a file never does.
 *
 * <p>{@code -Dcommercekit.planted=all} plants all of them, and asks every test where no bug is; otherwise every third is planted.
 */
class CoreOnSqlKillRateTest extends MeasuredKillRate {

    private static final boolean ALL =
            System.getProperty("commercekit.planted", "").equals("all");
    private static final int EACH = 3;

    /** The driver of all copies is one, since drivers are known to the whole process. */
    private static final Code CORE = new Code(
            Path.of("../commerce-core/src/main/java/dev/commercekit/core"),
            "dev.commercekit.core",
            List.of(
                    "dev.commercekit.core.",
                    "dev.commercekit.json.",
                    "dev.commercekit.jdbc.",
                    "dev.commercekit.examples.durable.",
                    "dev.commercekit.reliability."),
            List.of(
                    "dev.commercekit.core.planted.",
                    "dev.commercekit.jdbc.server.",
                    "dev.commercekit.reliability.place.ManualFile"));

    private static final List<Bug> PLANTED =
            Bugs.beside(Bugs.class, List.of("payment", "checkout", "stock", "order", "workflow", "event", "storage"));

    private static final Set<String> LABELS =
            FileDetector.all().stream().map(FileDetector::toString).collect(Collectors.toSet());

    private static final List<Bug> BUGS = PLANTED.stream()
            .filter(bug -> LABELS.contains(bug.caughtBy()) && !isOfMemory(bug))
            .toList();

    CoreOnSqlKillRateTest() {
        super(new KillRate(CORE, wanted(), FileDetector.all(), 2));
    }

    private static List<Bug> wanted() {
        return BUGS.stream().filter(bug -> ALL || BUGS.indexOf(bug) % EACH == 0).toList();
    }

    /** What is planted in the storage in memory never runs on another one. */
    private static boolean isOfMemory(Bug bug) {
        return bug.edits().stream().anyMatch(edit -> edit.file().startsWith("memory/"));
    }

    @Override
    protected boolean asksWhereNoBugIs() {
        return ALL;
    }

    @Test
    void thePageStatesTheKillRate() throws IOException {
        assertThatThePage()
                .contains(BUGS.size() + " of the " + PLANTED.size() + " bugs planted in core")
                .contains(table())
                .contains(PLANTED.stream()
                                .filter(CoreOnSqlKillRateTest::isOfMemory)
                                .count()
                        + " are planted in the storage in memory");
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| caught on a file by | bugs |\n|---|---|\n");
        for (FileDetector detector : FileDetector.all()) {
            String bugs = BUGS.stream()
                    .filter(bug -> bug.caughtBy().equals(detector.toString()))
                    .map(bug -> "`" + bug + "`")
                    .collect(Collectors.joining(", "));
            if (!bugs.isEmpty()) {
                table.append("| " + detector + " | " + bugs + " |\n");
            }
        }
        return table.toString();
    }
}
