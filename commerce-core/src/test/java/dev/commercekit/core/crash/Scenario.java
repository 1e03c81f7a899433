package dev.commercekit.core.crash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.function.Function;

/** One thing that somebody wants, with what must be true in the end whatever was stopped in between. */
enum Scenario {
    CHECKOUT {
        @Override
        Wish prepare(World world) {
            return checkout(world, SandboxCards.approved(), CheckoutResult.Confirmed.class);
        }
    },
    CHECKOUT_TAKEN_AT_ONCE {
        @Override
        Wish prepare(World world) {
            CheckoutRequest request =
                    world.request("k", SandboxCards.approved()).capture(CaptureMode.AT_CHECKOUT);
            return new Wish(shop -> shop.checkout().complete(request), CheckoutResult.Confirmed.class);
        }
    },
    DECLINED_CHECKOUT {
        @Override
        Wish prepare(World world) {
            return checkout(world, SandboxCards.declined(DeclineReason.DO_NOT_HONOR), CheckoutResult.Declined.class);
        }
    },
    LOST_REPLY {
        @Override
        Wish prepare(World world) {
            return checkout(world, SandboxCards.losesReply(1), CheckoutResult.Confirmed.class);
        }
    },
    PLACED_IN_A_TRANSACTION {
        @Override
        Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.approved());
            return new Wish(
                    shop -> {
                        shop.in(shop.storage()).place(request);
                        shop.housekeep();
                        return shop.in(shop.storage()).place(request);
                    },
                    CheckoutResult.Confirmed.class);
        }
    },
    CANCELLED_IN_A_TRANSACTION {
        @Override
        Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.losesReply(1));
            OrderId order = ((CheckoutResult.Pending)
                            alone(world, shop -> shop.in(shop.storage()).place(request)))
                    .order();
            return new Wish(
                    shop -> {
                        IdempotencyKey key = IdempotencyKey.of("c");
                        shop.in(shop.storage()).cancel(order, "changed my mind", key);
                        shop.housekeep();
                        return shop.in(shop.storage()).cancel(order, "changed my mind", key);
                    },
                    CancelResult.Cancelled.class);
        }
    },
    SHIP {
        @Override
        Wish prepare(World world) {
            OrderId order = confirmed(world);
            ShipRequest request = ShipRequest.all(IdempotencyKey.of("s"), order);
            return new Wish(shop -> shop.orders().ship(request), ShipResult.Shipped.class);
        }
    },
    TAKE_BACK {
        @Override
        Wish prepare(World world) {
            OrderId order = confirmed(world);
            alone(world, shop -> shop.orders().ship(ShipRequest.all(IdempotencyKey.of("s"), order)));
            ReturnRequest request = ReturnRequest.of(
                            IdempotencyKey.of("r"), order, LineQuantity.of(World.SKU.value(), 2))
                    .restocked();
            return new Wish(shop -> shop.orders().takeBack(request), ReturnResult.Returned.class);
        }
    },
    CANCEL {
        @Override
        Wish prepare(World world) {
            OrderId order = confirmed(world);
            return new Wish(
                    shop -> shop.orders().cancel(order, "changed my mind", IdempotencyKey.of("c")),
                    CancelResult.Cancelled.class);
        }
    },
    CANCEL_WHILE_UNKNOWN {
        @Override
        Wish prepare(World world) {
            OrderId order = pending(world, SandboxCards.losesReply(1));
            return new Wish(
                    shop -> shop.orders().cancel(order, "changed my mind", IdempotencyKey.of("c")),
                    CancelResult.Cancelled.class);
        }
    },
    EXPIRE {
        @Override
        Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.requiresAction());
            alone(world, shop -> shop.checkout().complete(request));
            world.clock.advance(Duration.ofMinutes(32));
            return new Wish(
                    shop -> {
                        shop.housekeep();
                        return shop.checkout().complete(request);
                    },
                    CheckoutResult.Cancelled.class);
        }
    },
    ABANDON_BY_HAND {
        @Override
        Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.downFor(Duration.ofDays(2)));
            OrderId order = ((CheckoutResult.Pending)
                            alone(world, shop -> shop.checkout().complete(request)))
                    .order();
            world.clock.advance(Duration.ofHours(26));
            alone(world, Commerce::housekeep);
            IdempotencyKey pay = IdempotencyKey.of("checkout-" + order + "/pay/1");
            return new Wish(
                    shop -> {
                        shop.operator().abandon(pay, "never arrived");
                        return shop.checkout().complete(request);
                    },
                    CheckoutResult.Cancelled.class);
        }
    };

    /** Brings a world to where the wish is made. */
    abstract Wish prepare(World world);

    /**
     * What somebody wants.
     *
     * @param action asks for it, always with the same key
     * @param answer what the answer is in the end
     */
    record Wish(Function<Commerce, Object> action, Class<?> answer) {

        @CanIgnoreReturnValue
        Object ask(Commerce shop) {
            return action.apply(shop);
        }
    }

    private static Wish checkout(World world, PaymentToken token, Class<?> answer) {
        CheckoutRequest request = world.request("k", token);
        return new Wish(shop -> shop.checkout().complete(request), answer);
    }

    private static OrderId confirmed(World world) {
        CheckoutRequest request = world.request("k", SandboxCards.approved());
        return ((CheckoutResult.Confirmed) alone(world, shop -> shop.checkout().complete(request))).order();
    }

    private static OrderId pending(World world, PaymentToken token) {
        CheckoutRequest request = world.request("k", token);
        return ((CheckoutResult.Pending) alone(world, shop -> shop.checkout().complete(request))).order();
    }

    private static Object alone(World world, Function<Commerce, Object> action) {
        try (Commerce shop = world.process(CrashPoint.never())) {
            return action.apply(shop);
        }
    }
}
