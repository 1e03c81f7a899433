package dev.commercekit.examples.basics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void oneLineIsWrittenOverAndWiped() {
        try (var progress = Progress.shownOn(err, "invoices", 2)) {
            progress.step();
            progress.step();
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r 50 % of 2 invoices\r100 % of 2 invoices\r\033[K");
    }

    @Test
    void nothingToDoShowsNothing() {
        Progress.shownOn(err, "invoices", 0).close();

        assertThat(written.size()).isZero();
    }

    @Test
    void whatElseThereIsToTellIsShownBesideIt() {
        Progress.shownOn(err, "buyers", 4).at(3, () -> "2 sold");

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\r 75 % of 4 buyers: 2 sold\033[K");
    }

    @Test
    void whatIsNotShownIsNotAskedFor() {
        Progress.of("buyers", 4).at(3, () -> {
            throw new AssertionError("nobody looks");
        });
    }
}
