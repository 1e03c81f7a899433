package dev.commercekit.benchmarks.durable;

import dev.commercekit.benchmarks.durable.Scenario.Round;
import dev.commercekit.benchmarks.measure.Benchmark;
import dev.commercekit.benchmarks.measure.Options;
import dev.commercekit.benchmarks.measure.Pace;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Checkouts on PostgreSQL beside two transactions that are written by hand. From {@code complete} to its answer; carts and quotes
 * are made before, and events are handed over by nobody.
 */
public final class DurableCheckouts implements Benchmark {

    private static final Map<String, Integer> DEFAULTS =
            Map.of("checkouts", 2_048, "warmup", 20, "rounds", 5, "scenario", 0, "flush-micros", 0);

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(32, 1, 0),
            new Scenario(32, 1, 20),
            new Scenario(512, 1, 0),
            new Scenario(512, 1, 20),
            new Scenario(32, 1_000, 0),
            new Scenario(32, 1_000, 20),
            new Scenario(512, 1_000, 0),
            new Scenario(512, 1_000, 20),
            new Scenario(1, 1, 0),
            new Scenario(1, 1, 20));

    @Override
    public void run(List<String> words, PrintStream out) throws Exception {
        Options options = Options.parse(words, DEFAULTS);
        int only = options.get("scenario");
        out.printf(
                "%-26s %22s %22s %7s %10s %10s%n",
                "buyers, SKUs, gateway", "by hand/s, p50, p99 ms", "shop/s, p50, p99 ms", "ratio", "commits", "calls");
        try (Database database = Database.start(options.get("flush-micros"))) {
            for (Scenario scenario : only == 0 ? SCENARIOS : List.of(SCENARIOS.get(only - 1))) {
                int checkouts = Math.max(16, options.get("checkouts") / (scenario.buyers() == 1 ? 8 : 1));
                List<Round> rounds = scenario.run(database, checkouts, options.get("warmup"), options.get("rounds"));
                out.println(text(scenario, rounds));
            }
        }
    }

    private static String text(Scenario scenario, List<Round> rounds) {
        return String.format(
                "%4d, %5d, %3d ms %34s %22s %6.2fx %10.3f %10.2f",
                scenario.buyers(),
                scenario.skus(),
                scenario.gatewayMillis(),
                text(Pace.median(rounds.stream().map(Round::byHand).toList())),
                text(Pace.median(rounds.stream().map(Round::shop).toList())),
                Pace.median(rounds, Round::ratio),
                Pace.median(rounds, Round::commits),
                Pace.median(rounds, Round::calls));
    }

    private static String text(Pace pace) {
        return String.format("%.0f %.1f %.1f", pace.perSecond(), pace.p50Millis(), pace.p99Millis());
    }
}
