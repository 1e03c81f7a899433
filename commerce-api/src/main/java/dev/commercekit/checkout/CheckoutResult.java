package dev.commercekit.checkout;

import dev.commercekit.Input;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.payment.BuyerAction;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.pricing.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a checkout. Complete: there will be no further case. All but {@link QuoteChanged} and {@link Pending} are the
 * final answer for the request's key.
 */
public sealed interface CheckoutResult {

    /**
     * There is an order, and it is paid or its money is set aside.
     *
     * @param order its name for the program
     * @param number its name for people
     * @param total what the buyer pays
     */
    record Confirmed(OrderId order, OrderNumber number, Money total) implements CheckoutResult {

        /** Refuses null. */
        public Confirmed {
            Input.required(order, "orderId");
            Input.required(number, "orderNumber");
            Input.required(total, "total");
        }
    }

    /**
     * The payment was definitely refused. Nothing is held; the cart is free for another try under another key.
     *
     * @param order the order that was cancelled for it
     * @param reason why
     */
    record Declined(OrderId order, DeclineReason reason) implements CheckoutResult {

        /** Refuses null. */
        public Declined {
            Input.required(order, "orderId");
            Input.required(reason, "reason");
        }
    }

    /**
     * There was not enough stock. Nothing is held; the answer stays the same for this key, also after a restock.
     *
     * @param shortages every SKU that was short
     */
    record OutOfStock(List<Shortage> shortages) implements CheckoutResult {

        /** Copies the list. */
        public OutOfStock {
            shortages = Input.list(shortages, "shortages", Integer.MAX_VALUE);
        }
    }

    /**
     * The cart or a price has changed since the buyer accepted, or the quote has expired. Nothing was claimed: the same key may
     * be used with the new quote.
     *
     * @param quote what it costs now
     */
    record QuoteChanged(Quote quote) implements CheckoutResult {

        /** Refuses null. */
        public QuoteChanged {
            Input.required(quote, "quote");
        }
    }

    /**
     * A rule of the shop refused it.
     *
     * @param code the rule's code
     * @param details what the rule says, for people and programs
     */
    record Refused(String code, Map<String, String> details) implements CheckoutResult {

        /** Checks the code and copies the details. */
        public Refused {
            Input.identifier(code, "code", 64);
            details = Input.attributes(details, "details", 20);
        }
    }

    /**
     * It was cancelled, or its time was over, before it was paid.
     *
     * @param order the order that was cancelled
     * @param reason why
     */
    record Cancelled(OrderId order, String reason) implements CheckoutResult {

        /** Refuses null. */
        public Cancelled {
            Input.required(order, "orderId");
            Input.required(reason, "reason");
        }
    }

    /**
     * It is not decided yet: the buyer must do something, or the gateway has given no definite answer. Stock stays held. It is
     * settled in the background; the same key asks again.
     *
     * @param order the order that waits
     * @param action what the buyer must do, if anything
     */
    record Pending(OrderId order, Optional<BuyerAction> action) implements CheckoutResult {

        /** Refuses null. */
        public Pending {
            Input.required(order, "orderId");
            Input.required(action, "action");
        }
    }
}
