package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second process on the same file: it shares it, and what it was told to be committed survives its sudden end. */
class TwoProcessesTest {

    private static final int SALES = 100;

    @TempDir
    private Path folder;

    /** The second process: it sells one unit after the other, and says so. */
    static final class Seller {

        private Seller() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            int sales = Integer.parseInt(arguments[1]);
            try (JdbcStorage storage = JdbcStorage.file(Path.of(arguments[0]))) {
                storage.open(Things.TABLES);
                for (int i = 0; i < sales; i++) {
                    if (!storage.commit(set(newThing("sale-" + i), take("a", 1)))
                            .applied()) {
                        throw new IllegalStateException("not committed");
                    }
                    System.out.println("sale-" + i);
                }
            }
        }
    }

    private Process start(Path file, int sales) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Seller.class.getName(),
                        file.toString(),
                        Integer.toString(sales))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    @Test
    void twoProcessesSellFromOneFile() throws IOException, InterruptedException {
        Path file = folder.resolve("shop.db");
        try (JdbcStorage storage = JdbcStorage.file(file)) {
            storage.open(Things.TABLES);
            storage.commit(set(newStock("a", 1_000)));
            Process seller = start(file, SALES);
            try (BufferedReader output = output(seller)) {
                assertThat(output.readLine()).isEqualTo("sale-0");
                for (int i = 0; i < SALES; i++) {
                    assertThat(storage.commit(set(take("a", 1))).applied()).isTrue();
                }
                assertThat(output.lines()).hasSize(SALES - 1);
                assertThat(seller.waitFor()).isZero();
            } finally {
                seller.destroyForcibly();
            }
            assertThat(onHand(storage, "a")).isEqualTo(1_000 - 2 * SALES);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        Path file = folder.resolve("shop.db");
        try (JdbcStorage storage = JdbcStorage.file(file)) {
            storage.open(Things.TABLES);
            storage.commit(set(newStock("a", 1_000_000)));
        }
        List<String> acknowledged = new ArrayList<>();
        Process seller = start(file, 1_000_000);
        try (BufferedReader output = output(seller)) {
            for (int i = 0; i < SALES; i++) {
                acknowledged.add(output.readLine());
            }
            assertThat(seller.toHandle().destroyForcibly()).isTrue();
            output.lines().forEach(acknowledged::add);
        } finally {
            seller.destroyForcibly().waitFor();
        }
        try (JdbcStorage storage = JdbcStorage.file(file)) {
            storage.open(Things.TABLES);
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(SALES)
                    .allMatch(sale -> Things.exists(storage, thing(sale)));
            long sold = 1_000_000 - onHand(storage, "a");
            assertThat(sold).isBetween((long) acknowledged.size(), acknowledged.size() + 1L);
        }
    }
}
