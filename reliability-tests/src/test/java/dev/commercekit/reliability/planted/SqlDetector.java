package dev.commercekit.reliability.planted;

import com.google.common.collect.ImmutableList;
import dev.commercekit.core.planted.Detector;
import java.util.List;

/** What notices bugs of the storage on SQL, in the order in which it is asked: first what looks at a database from outside. */
enum SqlDetector implements Detector {
    FILE("contract on a file", "FileStorageTest"),
    POSTGRES("contract on PostgreSQL", "PostgresStorageTest"),
    LOST("lost connections", "LostConnectionTest"),
    HELD("rows that others hold", "HeldRowsTest"),
    ORDER("order of locks", "LockOrderTest"),
    TRIPS("round trips", "RoundTripsTest"),
    ONE_TRIP("commits in one trip", "OneTripTest"),
    JUDGE("judge against the model", "commit.JudgeTest"),
    FORESIGHT("foresight beside the judge", "commit.ForesightTest"),
    LANES("tests of lanes", "commit.LanesTest");

    private final String label;
    private final ImmutableList<String> tests;

    SqlDetector(String label, String test) {
        this.label = label;
        this.tests = ImmutableList.of("dev.commercekit.jdbc." + test);
    }

    @Override
    public List<String> tests() {
        return tests;
    }

    @Override
    public String toString() {
        return label;
    }
}
