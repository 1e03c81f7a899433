package dev.commercekit.examples.durable.crash;

import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.Place;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import dev.commercekit.examples.durable.gateway.GatewayProcess;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.DurablePlaces;
import dev.commercekit.examples.durable.place.OpenStorage;
import dev.commercekit.examples.durable.place.PostgresServer;
import dev.commercekit.payment.PaymentLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Several processes sell from one storage and one gateway; one after the other is killed by SIGKILL in the midst of it, and
 * others finish what it had begun. In the end nothing may be lost, charged twice or oversold.
 */
public final class Crash implements Demo {

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);
    private static final String KILLS = "--kills";
    private static final String SEED = "--seed";

    @Override
    public String usage() {
        return "[" + KILLS + " N] [" + SEED + " N]";
    }

    @Override
    public Set<String> values() {
        return Set.of(KILLS, SEED);
    }

    @Override
    public Verdict run(Options options, PrintStream out) throws UsageException, IOException {
        options.refuseArguments();
        int kills = options.number(KILLS, 10, 1, 10_000);
        int seed = options.number(SEED, 1, 0, Integer.MAX_VALUE);
        String name = options.storage().name();
        try {
            if (name.equals(DurablePlaces.POSTGRES)) {
                try (PostgresServer server = PostgresServer.start(DurablePlaces.postgresData(), false)) {
                    return run(kills, seed, server.url(), out);
                }
            }
            if (OpenStorage.isAddress(name)) {
                return run(kills, seed, name, out);
            }
            if (options.storage().said()) {
                throw new UsageException("crash needs a storage that outlives a process, not " + name);
            }
            Path folder = Files.createTempDirectory("commercekit-crash");
            try {
                return run(kills, seed, "file:" + folder.resolve("shop.db"), out);
            } finally {
                delete(folder);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Verdict run(int kills, long seed, String address, PrintStream out)
            throws UsageException, IOException, InterruptedException {
        Process gateway = Worker.java(GatewayProcess.class).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(said.readLine());
            try (RemoteGateway remote = new RemoteGateway(port, ShopOpening.GATEWAY_TIMEOUT);
                    OpenStorage storage = OpenStorage.at(address);
                    Commerce shop =
                            ShopOpening.builder(storage, remote).manual().build()) {
                Place.requireNew(shop);
                ShopOpening.stockUp(shop);
                Heard heard = new Heard();
                Duration recovery = new KillLoop(address, port, heard, seed).run(kills, shop);
                Judgement judgement = new Judgement(heard, shop, remote);
                judgement.judge(SETTLES_WITHIN);
                return verdict(kills, heard, remote, recovery, judgement, out);
            }
        } finally {
            gateway.destroy();
        }
    }

    private static Verdict verdict(
            int kills, Heard heard, PaymentLedger ledger, Duration recovery, Judgement judgement, PrintStream out) {
        long captured = ledger.entries().stream()
                .filter(entry -> entry.kind() == PaymentLedger.Kind.CAPTURED)
                .count();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kills", kills);
        values.put("checkouts", heard.begun().size());
        values.put("answered", heard.answers().size());
        values.put("orders", judgement.orders());
        values.put("captured", captured);
        values.put(
                "lost", judgement.lost() + judgement.broken("everyPaymentHasAnOrder", "confirmedIsAuthorizedInFull"));
        values.put(
                "doubleCharged",
                judgement.broken("oneLiveAuthorization", "refundedIsAtMostCapturedIsAtMostAuthorized"));
        values.put("oversold", judgement.broken("neverOversold", "stockAddsUp"));
        values.put("stuck", judgement.broken("everythingIsSettled"));
        values.put("maxRecoverySeconds", recovery.toMillis() / 1000.0);
        judgement.violations().stream().limit(10).forEach(violation -> out.println("  " + violation));
        out.printf(
                "%d processes killed, %,d checkouts begun, %,d answered before a kill, %,d payments captured%n",
                kills, heard.begun().size(), heard.answers().size(), captured);
        out.printf(
                "lost %s, charged twice %s, oversold %s, stuck %s; the slowest take-over took %.1f s%n",
                values.get("lost"),
                values.get("doubleCharged"),
                values.get("oversold"),
                values.get("stuck"),
                recovery.toMillis() / 1000.0);
        return new Verdict(values, judgement.invariants());
    }
}
