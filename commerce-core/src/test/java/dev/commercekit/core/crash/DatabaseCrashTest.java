package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.CommerceException;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.Errand.Step;
import dev.commercekit.core.crash.ForgetfulStorage.Crash;
import dev.commercekit.core.event.EventTable;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.transaction.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Confirmations are relaxed, and the database crashes at every commit, having lost those behind the last strict one; it comes back
 * at once or after so long that every order's time is over. What somebody was told comes back by itself, money is set aside once,
 * and no event had been handed over that is not there any more.
 */
class DatabaseCrashTest {

    /** States the counts, which go stale when an errand gets another commit. */
    private static final Path PAGE = Path.of("../docs/reliability.md");

    private static final JsonCodec<OrderEvent> EVENTS = CommerceJson.codec(OrderEvent.class);
    private static final Duration HOLD_FOR = Duration.ofSeconds(10);

    /** Not at all, until orders are over while the one who drove them is still trusted with them, and longer than that. */
    private static final List<Duration> DOWN = List.of(Duration.ZERO, HOLD_FOR.plusSeconds(5), Duration.ofHours(1));

    private final List<OrderEvent> handed = new ArrayList<>();
    private final Map<Step, Object> told = new HashMap<>();
    private int crashes;
    private int losses;

    @ParameterizedTest
    @EnumSource
    void nothingThatAnybodyReliesOnIsLostWithTheDatabase(Errand errand) throws IOException {
        everyCrash(errand);
        System.out.printf("%s: %d crashes of the database, %d lost commits%n", errand, crashes, losses);
        assertThat(Files.readString(PAGE)).contains("| " + errand + " | " + crashes + " | " + losses + " |");
    }

    /** Lets the database crash at every commit of an errand, in every way. */
    void everyCrash(Errand errand) {
        for (Crash crash : Crash.values()) {
            for (Duration down : DOWN) {
                for (boolean goesOn : List.of(false, true)) {
                    int at = 1;
                    while (crashes(errand, at, crash, down, goesOn)) {
                        at++;
                    }
                }
            }
        }
    }

    /** Runs an errand with a crash at a commit, and returns whether it had so many. */
    private boolean crashes(Errand errand, int at, Crash crash, Duration down, boolean goesOn) {
        handed.clear();
        told.clear();
        ForgetfulStorage[] database = new ForgetfulStorage[1];
        World world = World.of(
                clock -> database[0] = new ForgetfulStorage(clock),
                builder -> builder.confirmations(Durability.RELAXED)
                        .holdFor(HOLD_FOR)
                        .quoteFor(Duration.ofHours(2))
                        .on("mail", OrderEvent.class, handed::add));
        List<Step> steps = errand.steps(world);
        String where = "%s, crash %s commit %d, down for %s, goes on: %s".formatted(errand, crash, at, down, goesOn);
        database[0].crashAt(at, crash, () -> assertThatAllHandedIsThere(database[0], where));
        boolean undisturbed = beginning(world, database[0], steps, goesOn);
        if (database[0].stands()) {
            return false;
        }
        crashes++;
        losses += database[0].lost() > 0 ? 1 : 0;
        world.clock().advance(down);
        end(world, steps, undisturbed, where);
        assertThatAllHandedIsThere(database[0], where);
        assertThat(world.violations()).as(where).isEmpty();
        long authorized = world.ledger().entries().stream()
                .filter(entry -> entry.kind() == PaymentLedger.Kind.AUTHORIZED)
                .count();
        assertThat(authorized).as(where).isLessThanOrEqualTo(errand.authorized());
        assertThat(undisturbed ? authorized : errand.authorized()).as(where).isEqualTo(errand.authorized());
        return true;
    }

    /**
     * Asks for one thing after the other, as long as the database stands, or also behind its crash as if nothing were.
     *
     * @return whether nobody asked for anything while an earlier answer was taken back, and so may have been refused rightly
     */
    private boolean beginning(World world, ForgetfulStorage database, List<Step> steps, boolean goesOn) {
        Commerce process = world.process(CrashPoint.never());
        for (Step step : steps) {
            boolean settled = database.settled();
            try {
                note(step, step.action().apply(process));
            } catch (Stop ended) {
                process = world.process(CrashPoint.never());
            } catch (CommerceException refused) {
                // For a moment what was confirmed is not.
                assertThat(refused.retryable() || refused.code().equals("invalid-input"))
                        .isTrue();
            }
            if (!goesOn && !database.stands()) {
                return settled;
            }
        }
        return !goesOn;
    }

    /** Another process recovers; everybody asks again and is told what was told before. */
    private void end(World world, List<Step> steps, boolean undisturbed, String where) {
        try (Commerce process = world.process(CrashPoint.never())) {
            while (process.housekeep() > 0) {}
            world.recover(process);
            for (Step step : steps) {
                note(step, step.action().apply(process));
                world.recover(process);
            }
            for (Step step : steps) {
                Object answer = step.action().apply(process);
                if (undisturbed) {
                    assertThat(answer).as(where).isInstanceOf(step.answer());
                }
                note(step, answer)
                        .ifPresent(before -> assertThat(answer).as(where).isEqualTo(before));
            }
        }
    }

    /** Keeps a final answer to a checkout, and returns what was told before. */
    private Optional<Object> note(Step step, Object answer) {
        boolean isFinal = answer instanceof CheckoutResult && !(answer instanceof CheckoutResult.Pending);
        return isFinal ? Optional.ofNullable(told.putIfAbsent(step, answer)) : Optional.ofNullable(told.get(step));
    }

    private void assertThatAllHandedIsThere(ForgetfulStorage database, String where) {
        List<RowKey> keys = handed.stream()
                .map(event ->
                        EventTable.key(event.order().value(), event.header().sequence()))
                .toList();
        assertThat(database.get(keys).rows().stream().map(row -> EVENTS.read(row.get(EventTable.BODY))))
                .as(where)
                .containsAll(handed);
    }
}
