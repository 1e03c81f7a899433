package dev.commercekit.core.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plants each bug alone and demands that the detector that it is written down with catches it, and that none catches anything
 * where no bug is. {@code -Dplanted.bug=NAME} plants one alone; {@code -Dplanted.all=true} asks every detector in its order, to
 * see that the one written down is the first.
 */
class KillRateTest {

    private static final Path PAGE = Path.of("../docs/reliability.md");
    private static final int AT_ONCE = 2;
    private static final String ONE = System.getProperty("planted.bug", "");
    private static final boolean ALL = Boolean.getBoolean("planted.all");
    private static final List<Detector> DETECTORS = List.of(Detector.values());

    private static final Workshop WORKSHOP = new Workshop();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE);
    private static final List<Bug> CAUGHT = new ArrayList<>();

    @AfterAll
    static void tell() throws IOException {
        THREADS.shutdownNow();
        WORKSHOP.close();
        System.out.println(table(CAUGHT));
        System.out.printf("%d of %d planted bugs caught%n", CAUGHT.size(), wanted().size());
    }

    @TestFactory
    Stream<DynamicTest> catchesEachBug() {
        Map<Bug, Future<Verdict>> verdicts = new LinkedHashMap<>();
        wanted().forEach(bug -> verdicts.put(bug, THREADS.submit(() -> verdict(bug))));
        assertThat(verdicts).isNotEmpty();
        return verdicts.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().name(),
                        () -> demand(entry.getKey(), entry.getValue().get())));
    }

    @TestFactory
    Stream<DynamicTest> catchesNothingWhereNoBugIs() {
        Map<Detector, Future<Verdict>> verdicts = new LinkedHashMap<>();
        DETECTORS.forEach(detector ->
                verdicts.put(detector, THREADS.submit(() -> Verdict.of(new Trial(Map.of()), List.of(detector)))));
        return verdicts.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().toString(),
                        () -> assertThat(entry.getValue().get())
                                .matches(verdict -> verdict.detector().isEmpty())));
    }

    @Test
    void thePageStatesTheKillRate() throws IOException {
        List<Bug> bugs = Bugs.all();
        assertThat(bugs).extracting(Bug::name).doesNotHaveDuplicates();
        assertThat(Files.readString(PAGE))
                .as("the page's list of bugs is stale")
                .contains(bugs.size() + " of " + bugs.size() + " planted bugs are caught")
                .contains(table(bugs));
    }

    private static void demand(Bug bug, Verdict verdict) {
        if (ALL || !ONE.isEmpty()) {
            System.out.printf("%s: %s%n", bug, verdict);
        }
        assertThat(verdict.detector())
                .as("%s breaks this: %s. What was seen: %s", bug, bug.breaks(), verdict.failure())
                .contains(bug.caughtBy());
        CAUGHT.add(bug);
    }

    private static Verdict verdict(Bug bug) {
        Trial trial = new Trial(WORKSHOP.plant(bug));
        if (!ALL) {
            Verdict verdict = Verdict.of(trial, List.of(bug.caughtBy()));
            if (verdict.detector().isPresent()) {
                return verdict;
            }
        }
        return Verdict.of(trial, DETECTORS);
    }

    private static List<Bug> wanted() {
        return Bugs.all().stream()
                .filter(bug -> ONE.isEmpty() || bug.name().equals(ONE))
                .toList();
    }

    private static String table(List<Bug> bugs) {
        StringBuilder table = new StringBuilder("| bug | what it breaks | first caught by |\n|---|---|---|\n");
        bugs.forEach(bug -> table.append("| `" + bug + "` | " + bug.breaks() + " | " + bug.caughtBy() + " |\n"));
        return table.toString();
    }
}
