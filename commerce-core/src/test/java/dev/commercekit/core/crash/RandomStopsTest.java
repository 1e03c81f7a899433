package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.CommerceException;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Seeds;
import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many buyers and clerks at once, each command in a process of its own that stops somewhere or not, while time passes; in the
 * end all is settled and the oracle judges. {@link Seeds} says how to run more of them, or one again.
 */
class RandomStopsTest {

    private static final int STEPS = 40;
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final Buyer BUYER = Buyer.customer("ada");
    private static final List<PaymentToken> TOKENS = List.of(
            SandboxCards.approved(),
            SandboxCards.approved(),
            SandboxCards.declined(DeclineReason.DO_NOT_HONOR),
            SandboxCards.losesReply(2),
            SandboxCards.losesRequest(2),
            SandboxCards.throwsAfterwards(1),
            SandboxCards.requiresAction(Duration.ofMinutes(10)),
            SandboxCards.late(Duration.ofMinutes(2)),
            SandboxCards.downFor(Duration.ofMinutes(5)));

    static LongStream seeds() {
        return Seeds.usually(200).stream();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingIsSettledInTheEnd(long seed) {
        Random random = new Random(seed);
        World world = World.inMemory();
        List<CheckoutRequest> requests = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            run(world, random, action(world, random, requests, step));
            if (random.nextInt(3) == 0) {
                world.clock().advance(Duration.ofSeconds(random.nextInt(400)));
            }
        }
        for (int i = 0; i < 30; i++) {
            world.clock().advance(Duration.ofMinutes(5));
            run(world, CrashPoint.never(), world::recover);
        }
        assertThat(world.violations()).as("seed %d", seed).isEmpty();
        run(
                world,
                CrashPoint.never(),
                shop -> requests.forEach(request -> shop.checkout()
                        .find(BUYER, request.key())
                        .ifPresent(answer ->
                                assertThat(answer).as("seed %d", seed).isNotInstanceOf(CheckoutResult.Pending.class))));
    }

    private static Consumer<Commerce> action(World world, Random random, List<CheckoutRequest> requests, int step) {
        int kind = random.nextInt(10);
        if (kind < 4 || requests.isEmpty()) {
            CheckoutRequest request = world.request("k" + step, TOKENS.get(random.nextInt(TOKENS.size())));
            requests.add(request);
            return shop -> shop.checkout().complete(request);
        }
        CheckoutRequest request = requests.get(random.nextInt(requests.size()));
        IdempotencyKey key = IdempotencyKey.of("a" + step);
        return switch (kind) {
            case 4 -> shop -> shop.checkout().complete(request);
            case 5 -> shop -> order(shop, request, id -> shop.orders().cancel(id, "changed my mind", key));
            case 6 -> shop -> order(shop, request, id -> shop.orders().ship(ShipRequest.all(key, id)));
            case 7 ->
                shop -> order(
                        shop,
                        request,
                        id -> shop.orders()
                                .takeBack(ReturnRequest.of(key, id, LineQuantity.of(World.SKU.value(), 1))
                                        .restocked()));
            default -> Commerce::housekeep;
        };
    }

    private static void order(Commerce shop, CheckoutRequest request, Consumer<OrderId> command) {
        shop.checkout().find(BUYER, request.key()).ifPresent(answer -> {
            if (answer instanceof CheckoutResult.Confirmed confirmed) {
                command.accept(confirmed.order());
            } else if (answer instanceof CheckoutResult.Pending pending) {
                command.accept(pending.order());
            }
        });
    }

    private static void run(World world, Random random, Consumer<Commerce> action) {
        boolean stops = random.nextInt(3) == 0;
        Mode mode = MODES.get(random.nextInt(MODES.size()));
        run(world, stops ? CrashPoint.at(1 + random.nextInt(5), mode) : CrashPoint.never(), action);
    }

    private static void run(World world, CrashPoint point, Consumer<Commerce> action) {
        try (Commerce process = world.process(point)) {
            action.accept(process);
        } catch (Stop stopped) {
            assertThat(point.reached()).isTrue();
        } catch (CommerceException refused) {
            assertThat(refused.code()).isIn("order-busy", "not-found", "invalid-input");
        }
    }
}
