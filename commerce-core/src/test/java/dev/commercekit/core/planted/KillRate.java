package dev.commercekit.core.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plants each bug alone and demands that the detector that it is written down with catches it, and that none catches anything
 * where no bug is. {@code -Dplanted.bug=NAME} plants one alone; {@code -Dplanted.all=true} asks every detector in its order, to
 * see that the one written down is the first.
 */
public final class KillRate implements AutoCloseable {

    private static final String ONE = System.getProperty("planted.bug", "");
    private static final boolean ALL = Boolean.getBoolean("planted.all");

    private final Workshop workshop = new Workshop();
    private final List<Bug> caught = new ArrayList<>();
    private final Code code;
    private final List<Bug> bugs;
    private final List<? extends Detector> detectors;
    private final ExecutorService threads;

    /**
     * Prepares it.
     *
     * @param code where the bugs are planted
     * @param bugs the bugs
     * @param detectors what is to notice them, in their order
     * @param atOnce how many trials run at the same time
     */
    public KillRate(Code code, List<Bug> bugs, List<? extends Detector> detectors, int atOnce) {
        this.code = code;
        this.bugs = bugs;
        this.detectors = List.copyOf(detectors);
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    /** Returns a test for each bug. */
    public Stream<DynamicTest> catchesEachBug() {
        Map<Bug, Future<Verdict>> verdicts = new LinkedHashMap<>();
        wanted().forEach(bug -> verdicts.put(bug, threads.submit(() -> verdict(bug))));
        assertThat(verdicts).isNotEmpty();
        return verdicts.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().name(),
                        () -> demand(entry.getKey(), entry.getValue().get())));
    }

    /** Returns a test for each detector. */
    public Stream<DynamicTest> catchesNothingWhereNoBugIs() {
        Map<Detector, Future<Verdict>> verdicts = new LinkedHashMap<>();
        detectors.forEach(detector ->
                verdicts.put(detector, threads.submit(() -> Verdict.of(new Trial(code, Map.of()), List.of(detector)))));
        return verdicts.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().toString(),
                        () -> assertThat(entry.getValue().get())
                                .matches(verdict -> verdict.detector().isEmpty())));
    }

    /** Returns what a page says of bugs that are all caught. */
    public static String table(List<Bug> bugs) {
        StringBuilder table = new StringBuilder("| bug | what it breaks | first caught by |\n|---|---|---|\n");
        bugs.forEach(bug -> table.append("| `" + bug + "` | " + bug.breaks() + " | " + bug.caughtBy() + " |\n"));
        return table.toString();
    }

    /** Tells how many were caught. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        workshop.close();
        System.out.println(table(caught));
        System.out.printf("%d of %d planted bugs caught%n", caught.size(), wanted().size());
    }

    private void demand(Bug bug, Verdict verdict) {
        if (ALL || !ONE.isEmpty()) {
            System.out.printf("%s: %s%n", bug, verdict);
        }
        assertThat(verdict.detector().map(Detector::toString))
                .as("%s breaks this: %s. What was seen: %s", bug, bug.breaks(), verdict.failure())
                .contains(bug.caughtBy());
        caught.add(bug);
    }

    private Verdict verdict(Bug bug) {
        Trial trial = new Trial(code, workshop.plant(code, bug));
        if (!ALL) {
            Verdict verdict = Verdict.of(trial, List.of(named(bug)));
            if (verdict.detector().isPresent()) {
                return verdict;
            }
        }
        return Verdict.of(trial, detectors);
    }

    private Detector named(Bug bug) {
        return detectors.stream()
                .filter(detector -> detector.toString().equals(bug.caughtBy()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no detector is called " + bug.caughtBy()));
    }

    private List<Bug> wanted() {
        return bugs.stream()
                .filter(bug -> ONE.isEmpty() || bug.name().equals(ONE))
                .toList();
    }
}
