package dev.commercekit.core.crash;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;

/** What somebody wants, always with the same key, so that it can be asked for again and in another process. */
public sealed interface Wish {

    /** Its form in which it goes from one process to the next. */
    JsonCodec<Wish> CODEC = CommerceJson.codec(Wish.class);

    /** Asks for it. */
    @CanIgnoreReturnValue
    Object ask(Commerce shop);

    /**
     * To buy.
     *
     * @param request what
     */
    record Buy(CheckoutRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            return shop.checkout().complete(request);
        }
    }

    /**
     * To buy inside of a transaction, of a storage that takes any call for one.
     *
     * @param request what
     */
    record PlaceInATransaction(CheckoutRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            shop.in(shop.storage()).place(request);
            shop.housekeep();
            return shop.in(shop.storage()).place(request);
        }
    }

    /**
     * To cancel inside of a transaction, of a storage that takes any call for one.
     *
     * @param order which order
     */
    record CancelInATransaction(OrderId order) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            IdempotencyKey key = IdempotencyKey.of("c");
            shop.in(shop.storage()).cancel(order, "changed my mind", key);
            shop.housekeep();
            return shop.in(shop.storage()).cancel(order, "changed my mind", key);
        }
    }

    /**
     * To hear what became of an order when its time is over.
     *
     * @param request by which it was placed
     */
    record HearOfTheEnd(CheckoutRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            shop.housekeep();
            return shop.checkout().complete(request);
        }
    }

    /**
     * To send goods.
     *
     * @param request which
     */
    record Ship(ShipRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            return shop.orders().ship(request);
        }
    }

    /**
     * To take goods back.
     *
     * @param request which
     */
    record TakeBack(ReturnRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            return shop.orders().takeBack(request);
        }
    }

    /**
     * To cancel.
     *
     * @param order which order
     */
    record Cancel(OrderId order) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            return shop.orders().cancel(order, "changed my mind", IdempotencyKey.of("c"));
        }
    }

    /**
     * To give up a payment, as an operator, of whom the buyer then hears.
     *
     * @param payment its key
     * @param request by which the order was placed
     */
    record Abandon(IdempotencyKey payment, CheckoutRequest request) implements Wish {
        @Override
        public Object ask(Commerce shop) {
            shop.operator().abandon(payment, "never arrived");
            return shop.checkout().complete(request);
        }
    }
}
