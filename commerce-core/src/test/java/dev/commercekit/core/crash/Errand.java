package dev.commercekit.core.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What people want one after the other, each with the kind of its final answer, while confirmations are relaxed. */
enum Errand {
    APPROVED(1) {
        @Override
        List<Step> steps(World world) {
            return List.of(buy(world, "a", SandboxCards.approved(), Confirmed.class), background());
        }
    },
    DECLINED(0) {
        @Override
        List<Step> steps(World world) {
            return List.of(
                    buy(world, "a", SandboxCards.declined(DeclineReason.DO_NOT_HONOR), Declined.class), background());
        }
    },
    REPLY_LOST(1) {
        @Override
        List<Step> steps(World world) {
            return List.of(buy(world, "a", SandboxCards.losesReply(1), Confirmed.class), later(world), background());
        }
    },
    LAST_UNITS_AFTER_A_DECLINE(1) {
        @Override
        List<Step> steps(World world) {
            leave(world, 3);
            return List.of(
                    buy(world, "a", SandboxCards.declined(DeclineReason.DO_NOT_HONOR), Declined.class),
                    buy(world, "b", SandboxCards.approved(), Confirmed.class),
                    buy(world, "c", SandboxCards.approved(), CheckoutResult.OutOfStock.class));
        }
    },
    SAME_CART_AFTER_A_DECLINE(1) {
        @Override
        List<Step> steps(World world) {
            CheckoutRequest declined = world.request("a", SandboxCards.declined(DeclineReason.DO_NOT_HONOR));
            CheckoutRequest again = CheckoutRequest.of(
                    IdempotencyKey.of("again"), declined.cart(), declined.quote(), SandboxCards.approved());
            return List.of(
                    new Step(shop -> shop.checkout().complete(declined), Declined.class),
                    new Step(shop -> shop.checkout().complete(again), Confirmed.class));
        }
    },
    SHIPPED(1) {
        @Override
        List<Step> steps(World world) {
            CheckoutRequest request = world.request("a", SandboxCards.approved());
            return List.of(
                    new Step(shop -> shop.checkout().complete(request), Confirmed.class),
                    new Step(
                            shop -> shop.orders().ship(ShipRequest.all(IdempotencyKey.of("s"), order(shop, request))),
                            ShipResult.Shipped.class),
                    background());
        }
    },
    CANCELLED(1) {
        @Override
        List<Step> steps(World world) {
            CheckoutRequest request = world.request("a", SandboxCards.approved());
            return List.of(
                    new Step(shop -> shop.checkout().complete(request), Confirmed.class),
                    new Step(
                            shop -> shop.orders().cancel(order(shop, request), "no more", IdempotencyKey.of("c")),
                            CancelResult.Cancelled.class),
                    background());
        }
    },
    EXPIRED(0) {
        @Override
        List<Step> steps(World world) {
            return List.of(
                    buy(world, "a", SandboxCards.requiresAction(), CheckoutResult.Cancelled.class),
                    new Step(
                            shop -> {
                                world.clock().advance(Duration.ofHours(1));
                                return shop.housekeep();
                            },
                            Object.class),
                    background());
        }
    };

    private final int authorized;

    Errand(int authorized) {
        this.authorized = authorized;
    }

    /**
     * Something that is asked for, always with the same key.
     *
     * @param action asks for it
     * @param answer the kind of its answer in the end
     */
    record Step(Function<Commerce, Object> action, Class<?> answer) {}

    /** Returns what is asked for, one after the other. */
    abstract List<Step> steps(World world);

    /** Returns how often money is set aside in all. */
    int authorized() {
        return authorized;
    }

    private static Step buy(World world, String key, PaymentToken token, Class<?> answer) {
        CheckoutRequest request = world.request(key, token);
        return new Step(shop -> shop.checkout().complete(request), answer);
    }

    private static Step background() {
        return new Step(Commerce::housekeep, Object.class);
    }

    private static Step later(World world) {
        return new Step(
                shop -> {
                    world.clock().advance(Duration.ofSeconds(40));
                    return shop.housekeep();
                },
                Object.class);
    }

    private static void leave(World world, long units) {
        try (Commerce shop = world.process(CrashPoint.never())) {
            shop.inventory().adjust(World.SKU, units - World.RECEIVED, "broken", IdempotencyKey.of("broken"));
        }
    }

    private static OrderId order(Commerce shop, CheckoutRequest request) {
        return shop.checkout()
                .find(Buyer.customer("ada"), request.key())
                .map(answer -> answer instanceof Confirmed confirmed
                        ? confirmed.order()
                        : ((CheckoutResult.Pending) answer).order())
                .orElseThrow();
    }
}
