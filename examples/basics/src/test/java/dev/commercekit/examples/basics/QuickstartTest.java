package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    @TempDir
    Path folder;

    @Test
    void theStoryIsToldAndHolds() throws IOException {
        var json = folder.resolve("quickstart.json");

        var run = Run.of("quickstart", "--storage", "memory", "--json", json.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "quoted 15.30 GBP",
                        "INSUFFICIENT_FUNDS. On the shelf: 94",
                        "her money is taken: 15.30 GBP",
                        "she gets 5.10 GBP back. On the shelf: 96",
                        "1 OrderPlaced",
                        "4 GoodsReturned");
        var result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.fieldNames()).toIterable().containsExactly("orders", "events", "invariants");
        assertThat(result.get("orders").intValue()).isEqualTo(2);
        assertThat(result.get("events").intValue()).isEqualTo(7);
        assertThat(result.get("invariants")).hasSize(7).allMatch(node -> node.booleanValue());
    }
}
