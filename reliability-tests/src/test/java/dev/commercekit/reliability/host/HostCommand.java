package dev.commercekit.reliability.host;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.JoinedShop;
import dev.commercekit.core.crash.Scenario;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.core.crash.World;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import java.util.Set;

/** What a host asks a shop for inside of its own transaction. */
enum HostCommand {
    /** An order is placed, which others then drive. */
    PLACE(Scenario.CHECKOUT, 0) {
        @Override
        Object ask(JoinedShop shop, Wish wish) {
            return shop.place(request(wish));
        }

        @Override
        boolean isDone(Commerce shop, Wish wish) {
            return shop.checkout()
                    .find(Buyer.customer("ada"), request(wish).key())
                    .isPresent();
        }

        @Override
        boolean isFinished(Commerce shop, Wish wish) {
            return shop.checkout().complete(request(wish)) instanceof CheckoutResult.Confirmed;
        }
    },
    /** An order is cancelled whose money is set aside. */
    CANCEL(Scenario.CANCEL, 1) {
        @Override
        Object ask(JoinedShop shop, Wish wish) {
            return shop.cancel(order(wish), REASON, KEY);
        }

        @Override
        boolean isDone(Commerce shop, Wish wish) {
            return isCancelling(shop, wish);
        }

        @Override
        boolean isFinished(Commerce shop, Wish wish) {
            return isCancelled(shop, wish);
        }
    },
    /** An order is cancelled of whose payment nobody knows what became of it. */
    CANCEL_WHILE_UNKNOWN(Scenario.CANCEL_WHILE_UNKNOWN, 1) {
        @Override
        Object ask(JoinedShop shop, Wish wish) {
            return shop.cancel(order(wish), REASON, KEY);
        }

        @Override
        boolean isDone(Commerce shop, Wish wish) {
            return isCancelling(shop, wish);
        }

        @Override
        boolean isFinished(Commerce shop, Wish wish) {
            return isCancelled(shop, wish);
        }
    },
    /** Goods are received; what was prepared is left alone. */
    RECEIVE(Scenario.CHECKOUT, 0) {
        @Override
        Object ask(JoinedShop shop, Wish wish) {
            return shop.inventory().receive(World.SKU, DELIVERED, KEY);
        }

        @Override
        boolean isDone(Commerce shop, Wish wish) {
            return shop.inventory().level(World.SKU).available() == World.RECEIVED + DELIVERED;
        }

        @Override
        boolean isFinished(Commerce shop, Wish wish) {
            return isDone(shop, wish);
        }
    };

    private static final String REASON = "changed my mind";
    private static final IdempotencyKey KEY = IdempotencyKey.of("c");
    private static final long DELIVERED = 5;

    private final Scenario before;
    private final int moved;

    HostCommand(Scenario before, int moved) {
        this.before = before;
        this.moved = moved;
    }

    /** Returns how often money was moved before the host begins. */
    int moved() {
        return moved;
    }

    /** Brings a world to where the host begins. */
    Wish prepare(World world) {
        return before.prepare(world);
    }

    /** Asks inside of the host's transaction. */
    abstract Object ask(JoinedShop shop, Wish wish);

    /** Returns whether the shop knows of it. */
    abstract boolean isDone(Commerce shop, Wish wish);

    /** Asks again when all is settled, and returns whether it came to its end. */
    abstract boolean isFinished(Commerce shop, Wish wish);

    private static CheckoutRequest request(Wish wish) {
        return ((Wish.Buy) wish).request();
    }

    private static OrderId order(Wish wish) {
        return ((Wish.Cancel) wish).order();
    }

    private static boolean isCancelling(Commerce shop, Wish wish) {
        return Set.of(OrderStatus.CANCELLING, OrderStatus.CANCELLED)
                .contains(shop.orders().find(order(wish)).orElseThrow().status());
    }

    private static boolean isCancelled(Commerce shop, Wish wish) {
        return shop.orders().cancel(order(wish), REASON, KEY) instanceof CancelResult.Cancelled;
    }
}
