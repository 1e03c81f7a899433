package dev.commercekit.reliability.planted;

import dev.commercekit.core.planted.CoreDetector;
import dev.commercekit.core.planted.Detector;
import java.util.Arrays;
import java.util.List;

/**
 * What notices bugs of core on files of SQLite: the tests that notice them in memory, which are given files here, and every crash
 * point once instead of in pairs.
 */
record FileDetector(CoreDetector namesake) implements Detector {

    /** Returns those of which a file can be asked: it has no crash that takes a commit back, and its contract is tested with it. */
    static List<FileDetector> all() {
        return Arrays.stream(CoreDetector.values())
                .filter(detector -> detector != CoreDetector.DATABASE_CRASHES && detector != CoreDetector.STORAGE)
                .map(FileDetector::new)
                .toList();
    }

    @Override
    public List<String> tests() {
        return namesake == CoreDetector.CRASH_POINTS
                ? List.of("dev.commercekit.reliability.planted.FileCrashPointsProbe")
                : namesake.tests();
    }

    @Override
    public String toString() {
        return namesake.toString();
    }
}
