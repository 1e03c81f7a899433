package dev.commercekit.core.crash;

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
import java.time.Duration;
import java.util.function.Function;

/** One thing that somebody wants, with what the answer is in the end whatever was stopped in between. */
public enum Scenario {
    CHECKOUT(CheckoutResult.Confirmed.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Buy(world.request("k", SandboxCards.approved()));
        }
    },
    CHECKOUT_TAKEN_AT_ONCE(CheckoutResult.Confirmed.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Buy(world.request("k", SandboxCards.approved()).capture(CaptureMode.AT_CHECKOUT));
        }
    },
    DECLINED_CHECKOUT(CheckoutResult.Declined.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Buy(world.request("k", SandboxCards.declined(DeclineReason.DO_NOT_HONOR)));
        }
    },
    LOST_REPLY(CheckoutResult.Confirmed.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Buy(world.request("k", SandboxCards.losesReply(1)));
        }
    },
    PLACED_IN_A_TRANSACTION(CheckoutResult.Confirmed.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.PlaceInATransaction(world.request("k", SandboxCards.approved()));
        }
    },
    CANCELLED_IN_A_TRANSACTION(CancelResult.Cancelled.class) {
        @Override
        public Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.losesReply(1));
            return new Wish.CancelInATransaction(((CheckoutResult.Pending)
                            alone(world, shop -> shop.in(shop.storage()).place(request)))
                    .order());
        }
    },
    SHIP(ShipResult.Shipped.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Ship(ShipRequest.all(IdempotencyKey.of("s"), confirmed(world)));
        }
    },
    TAKE_BACK(ReturnResult.Returned.class) {
        @Override
        public Wish prepare(World world) {
            OrderId order = confirmed(world);
            alone(world, shop -> shop.orders().ship(ShipRequest.all(IdempotencyKey.of("s"), order)));
            return new Wish.TakeBack(
                    ReturnRequest.of(IdempotencyKey.of("r"), order, LineQuantity.of(World.SKU.value(), 2))
                            .restocked());
        }
    },
    CANCEL(CancelResult.Cancelled.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Cancel(confirmed(world));
        }
    },
    CANCEL_WHILE_UNKNOWN(CancelResult.Cancelled.class) {
        @Override
        public Wish prepare(World world) {
            return new Wish.Cancel(pending(world, world.request("k", SandboxCards.losesReply(1))));
        }
    },
    EXPIRE(CheckoutResult.Cancelled.class) {
        @Override
        public Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.requiresAction());
            alone(world, shop -> shop.checkout().complete(request));
            world.clock().advance(Duration.ofMinutes(32));
            return new Wish.HearOfTheEnd(request);
        }
    },
    ABANDON_BY_HAND(CheckoutResult.Cancelled.class) {
        @Override
        public Wish prepare(World world) {
            CheckoutRequest request = world.request("k", SandboxCards.downFor(Duration.ofDays(2)));
            OrderId order = pending(world, request);
            world.clock().advance(Duration.ofHours(26));
            alone(world, Commerce::housekeep);
            return new Wish.Abandon(IdempotencyKey.of("checkout-" + order + "/pay/1"), request);
        }
    };

    private final Class<?> answer;

    Scenario(Class<?> answer) {
        this.answer = answer;
    }

    /** Returns what the answer is in the end. */
    public Class<?> answer() {
        return answer;
    }

    /** Returns whether it joins a transaction, which is here any call to a storage in memory. */
    public boolean joins() {
        return this == PLACED_IN_A_TRANSACTION || this == CANCELLED_IN_A_TRANSACTION;
    }

    /** Brings a world to where the wish is made. */
    public abstract Wish prepare(World world);

    private static OrderId confirmed(World world) {
        CheckoutRequest request = world.request("k", SandboxCards.approved());
        return ((CheckoutResult.Confirmed) alone(world, shop -> shop.checkout().complete(request))).order();
    }

    private static OrderId pending(World world, CheckoutRequest request) {
        return ((CheckoutResult.Pending) alone(world, shop -> shop.checkout().complete(request))).order();
    }

    private static Object alone(World world, Function<Commerce, Object> action) {
        try (Commerce shop = world.process(CrashPoint.never())) {
            return action.apply(shop);
        }
    }
}
