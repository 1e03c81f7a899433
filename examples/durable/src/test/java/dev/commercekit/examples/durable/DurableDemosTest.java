package dev.commercekit.examples.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDemosTest {

    private static final String MONTH = "../basics/src/test/resources/replay/month";

    @TempDir
    Path folder;

    @Test
    void theListThatIsShownNamesEveryDemo() throws IOException {
        try (var lines = Files.lines(Path.of("demos.txt"))) {
            assertThat(lines.map(line -> line.split(" ", 2)[0]))
                    .containsExactlyInAnyOrderElementsOf(Demos.own().keySet());
        }
    }

    @Test
    void aReplayGivesTheSameFiguresOnAFileAndOnPostgresAsInMemory() throws IOException {
        JsonNode memory = figures("replay", MONTH);

        assertThat(figures("replay", MONTH, "--storage", file())).isEqualTo(memory);
        assertThat(figures("replay", MONTH, "--storage", "postgres")).isEqualTo(memory);
    }

    @Test
    void aReplayThatWasKilledEndsAtTheSameFigures() throws Exception {
        Process killed = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demos.class.getName(),
                        "replay",
                        MONTH,
                        "--storage",
                        file()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.txt").toFile())
                .start();
        Path journal = Path.of(file().substring("file:".length()) + ".gateway");
        while (killed.isAlive()
                && !(Files.exists(journal) && Files.readString(journal).lines().count() > 4)) {
            Thread.onSpinWait();
        }
        killed.destroyForcibly().waitFor();

        assertThat(figures("replay", MONTH, "--storage", file(), "--resume")).isEqualTo(figures("replay", MONTH));
    }

    @Test
    void aShopThatIsThereIsNotSoldFromAnew() throws IOException {
        figures("replay", MONTH, "--storage", file());

        assertThat(run("replay", MONTH, "--storage", file())).isEqualTo(2);
        assertThat(figures("replay", MONTH, "--storage", file(), "--resume")).isEqualTo(figures("replay", MONTH));
    }

    @Test
    void nothingIsLostWhenProcessesAreKilled() throws IOException {
        JsonNode result = result("crash", "--kills", "2", "--storage", file());

        assertThat(result.get("kills").intValue()).isEqualTo(2);
        assertThat(result.get("orders").intValue()).isPositive();
        assertThat(List.of("lost", "doubleCharged", "oversold", "stuck"))
                .allSatisfy(name -> assertThat(result.get(name).intValue()).isZero());
        assertThat(result.get("invariants")).allMatch(JsonNode::booleanValue);
    }

    @Test
    void aStorageThatCannotBeUsedIsAnErrorBeforeAnythingIsSold() {
        String nobody = "jdbc:postgresql://localhost:1/shop?user=nobody";
        for (String address :
                List.of("file:" + folder.resolve("no/such/folder.db"), nobody, "jdbc:paradox://localhost/shop")) {
            assertThat(run("quickstart", "--storage", address)).isEqualTo(2);
        }
        assertThat(run("crash", "--storage", nobody)).isEqualTo(2);
        assertThat(run("crash", "--storage", "memory")).isEqualTo(2);
    }

    private String file() {
        return "file:" + folder.resolve("shop.db");
    }

    /** What a replay found out, without how long it took. */
    private JsonNode figures(String... args) throws IOException {
        return ((ObjectNode) result(args)).without(List.of("seconds", "ordersPerSecond", "p50Millis", "p99Millis"));
    }

    private JsonNode result(String... args) throws IOException {
        Path json = folder.resolve("result.json");
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--json";
        all[args.length + 1] = json.toString();
        assertThat(run(all)).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    private static int run(String... args) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return dev.commercekit.examples.basics.Demos.run(Demos.all(), out, System.err, args);
    }
}
