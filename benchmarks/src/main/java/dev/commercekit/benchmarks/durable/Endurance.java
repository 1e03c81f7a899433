package dev.commercekit.benchmarks.durable;

import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.measure.Crowd;
import dev.commercekit.benchmarks.measure.Heap;
import dev.commercekit.benchmarks.measure.Options;
import dev.commercekit.benchmarks.measure.Pace;
import dev.commercekit.benchmarks.shop.Bazaar;
import dev.commercekit.core.Commerce;
import dev.commercekit.jdbc.JdbcStorage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole checkouts in a file, relayed and all, until it holds very many; the heap must stay as it was, and the pace too. */
public final class Endurance implements Benchmark {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("threads", 64, "skus", 1_000, "orders", 1_000_000, "parts", 10);

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        Options options = Options.parse(words, DEFAULTS);
        int part = options.get("orders") / options.get("parts");
        Path folder = Files.createTempDirectory("endurance");
        Path file = folder.resolve("shop.db");
        out.printf("%10s %10s %10s %10s %10s%n", "orders", "a second", "p99 ms", "heap MB", "file MB");
        try (Crowd crowd = new Crowd(options.get("threads"));
                Bazaar bazaar = Bazaar.of(
                        Commerce.builder().storage(JdbcStorage.file(file)).payments(new ApprovingGateway()),
                        options.get("skus"))) {
            for (int made = 0; made < options.get("orders"); made += part) {
                Pace pace = Pace.of(crowd, made, made + part, number -> bazaar.buy(bazaar.fill(number)));
                out.printf(
                        "%10d %10.0f %10.1f %10d %10d%n",
                        made + part, pace.perSecond(), pace.p99Millis(), Heap.usedMegabytes(), Files.size(file) >> 20);
            }
            bazaar.requireSold(options.get("orders"));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }
}
