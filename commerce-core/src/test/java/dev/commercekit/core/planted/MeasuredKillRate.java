package dev.commercekit.core.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Measures a {@link KillRate}; whoever extends it says which, and what a page says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MeasuredKillRate {

    private static final Path PAGE = Path.of("../docs/reliability.md");

    private final KillRate rate;

    /** Measures the given one, and closes it. */
    protected MeasuredKillRate(KillRate rate) {
        this.rate = rate;
    }

    @TestFactory
    Stream<DynamicTest> catchesEachBug() {
        return rate.catchesEachBug();
    }

    @TestFactory
    Stream<DynamicTest> catchesNothingWhereNoBugIs() {
        return asksWhereNoBugIs() ? rate.catchesNothingWhereNoBugIs() : Stream.empty();
    }

    @AfterAll
    void tell() throws IOException {
        rate.close();
    }

    /** Returns whether every test is asked as well where no bug is. */
    protected boolean asksWhereNoBugIs() {
        return true;
    }

    /** Returns what the page says, to be compared. */
    protected static AbstractStringAssert<?> assertThatThePage() throws IOException {
        return assertThat(Files.readString(PAGE)).as("the page's list of bugs is stale");
    }
}
