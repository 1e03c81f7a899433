package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figures must be is worked out in the README beside the invoices. */
class ReplayTest {
    private static final Path MONTH = Path.of("src/test/resources/replay/month");

    @TempDir
    Path folder;

    @Test
    void theFiguresAreThoseWorkedOutByHand() throws IOException {
        var result = replay(MONTH);

        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly(
                        "lines",
                        "skippedLines",
                        "orderLines",
                        "adjustmentLines",
                        "returnLines",
                        "ledgerLines",
                        "orders",
                        "guestOrders",
                        "units",
                        "revenue",
                        "revenueByCountry",
                        "returnedUnits",
                        "unmatchedReturnUnits",
                        "refunded",
                        "seconds",
                        "ordersPerSecond",
                        "p50Millis",
                        "p99Millis",
                        "invariants");
        assertThat(figure(result, "lines")).isEqualTo(30);
        assertThat(figure(result, "skippedLines")).isZero();
        assertThat(figure(result, "orderLines")).isEqualTo(13);
        assertThat(figure(result, "adjustmentLines")).isEqualTo(4);
        assertThat(figure(result, "returnLines")).isEqualTo(12);
        assertThat(figure(result, "ledgerLines")).isEqualTo(1);
        assertThat(figure(result, "orders")).isEqualTo(6);
        assertThat(figure(result, "guestOrders")).isEqualTo(2);
        assertThat(figure(result, "units")).isEqualTo(46);
        assertThat(figure(result, "returnedUnits")).isEqualTo(24);
        assertThat(figure(result, "unmatchedReturnUnits")).isEqualTo(7);
        assertThat(result.get("revenue").textValue()).isEqualTo("144.77");
        assertThat(result.get("refunded").textValue()).isEqualTo("89.08");
        assertThat(result.get("revenueByCountry"))
                .hasToString("{\"United Kingdom\":\"87.34\",\"EIRE\":\"54.67\",\"Germany\":\"2.76\"}");
        assertThat(result.get("invariants")).hasSize(15).allMatch(JsonNode::booleanValue);
    }

    @Test
    void aBadLineStopsItBeforeAnythingIsSold() throws IOException {
        var run = Run.of("replay", damaged().toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("2024-03-01.csv:3: Quantity: must be a whole number" + System.lineSeparator())
                .contains("--skip-bad-lines leaves these lines out");
    }

    @Test
    void badLinesAreLeftOutAndCountedIfThatIsAskedFor() throws IOException {
        var result = replay(damaged(), "--skip-bad-lines");

        assertThat(figure(result, "lines")).isEqualTo(14);
        assertThat(figure(result, "skippedLines")).isEqualTo(1);
        assertThat(figure(result, "orderLines")).isEqualTo(7);
        assertThat(result.get("invariants")).allMatch(JsonNode::booleanValue);
    }

    @Test
    void aFolderWithoutInvoicesIsRefused() {
        var run = Run.of("replay", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("there is no CSV file in " + folder);
    }

    @Test
    void filesWithoutALineAreRefused() throws IOException {
        var day = Files.readAllLines(MONTH.resolve("2024-03-01.csv"));
        Files.writeString(folder.resolve("empty.csv"), day.get(0) + System.lineSeparator());

        var run = Run.of("replay", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("there is no line to replay in " + folder);
    }

    /** The first day, with a quantity that is no number in its first order. */
    private Path damaged() throws IOException {
        var day = "2024-03-01.csv";
        var text = Files.readString(MONTH.resolve(day)).replaceFirst("BLUE TEAPOT,4", "BLUE TEAPOT,four");
        Files.writeString(folder.resolve(day), text);
        return folder;
    }

    private JsonNode replay(Path month, String... options) throws IOException {
        var json = folder.resolve("replay.json");
        var args = new String[options.length + 4];
        System.arraycopy(options, 0, args, 4, options.length);
        args[0] = "replay";
        args[1] = month.toString();
        args[2] = "--json";
        args[3] = json.toString();
        var run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private static int figure(JsonNode result, String name) {
        return result.get(name).intValue();
    }
}
