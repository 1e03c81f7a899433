package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashSaleTest {
    @TempDir
    Path folder;

    @Test
    void aHotItemIsSoldOutAndEverybodyElseIsToldSo() throws IOException {
        var result = sale("--stock", "40", "--buyers", "400", "--threads", "8");

        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly(
                        "stock",
                        "buyers",
                        "sold",
                        "available",
                        "soldOut",
                        "declined",
                        "unknownSettled",
                        "oversold",
                        "seconds",
                        "ordersPerSecond",
                        "p50Millis",
                        "p99Millis",
                        "durableCommits",
                        "invariants");
        assertThat(figure(result, "stock")).isEqualTo(40);
        assertThat(figure(result, "buyers")).isEqualTo(400);
        assertThat(figure(result, "sold")).isEqualTo(40);
        assertThat(figure(result, "available")).isZero();
        assertThat(figure(result, "oversold")).isZero();
        assertThat(figure(result, "declined")).isPositive();
        assertThat(figure(result, "soldOut")).isEqualTo(400 - 40 - figure(result, "declined"));
        assertThat(figure(result, "unknownSettled")).isPositive();
    }

    @Test
    void whereThereIsEnoughNobodyIsRefused() throws IOException {
        var result = sale("--stock", "100", "--buyers", "60");

        assertThat(figure(result, "soldOut")).isZero();
        assertThat(figure(result, "declined")).isPositive();
        assertThat(figure(result, "sold")).isEqualTo(60 - figure(result, "declined"));
        assertThat(figure(result, "available")).isEqualTo(100 - figure(result, "sold"));
    }

    @Test
    void whereThereIsNothingNobodyBuys() throws IOException {
        var result = sale("--stock", "0", "--buyers", "5");

        assertThat(figure(result, "soldOut")).isEqualTo(5);
        assertThat(figure(result, "sold")).isZero();
    }

    private JsonNode sale(String... options) throws IOException {
        var json = folder.resolve("sale.json");
        var args = new String[options.length + 3];
        System.arraycopy(options, 0, args, 3, options.length);
        args[0] = "flash-sale";
        args[1] = "--json";
        args[2] = json.toString();
        var run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        var result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.get("invariants")).isNotEmpty().allMatch(JsonNode::booleanValue);
        return result;
    }

    private static int figure(JsonNode result, String name) {
        return result.get(name).intValue();
    }
}
