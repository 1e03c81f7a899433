package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.order.OrderBody;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.payment.BuyerAction;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.util.List;
import java.util.Optional;

/**
 * The state of one checkout.
 *
 * @param request what was asked for and never changes
 * @param placement what only placing the order needs; empty afterwards
 * @param outcome the gateway's last definite answer to the authorization, or what it waits for
 * @param givenBack the key of the request that gave the money back, once it did
 * @param result the answer, once it is final
 */
public record CheckoutState(
        Request request,
        Optional<Placement> placement,
        Optional<PaymentOutcome> outcome,
        Optional<IdempotencyKey> givenBack,
        Optional<CheckoutResult> result) {

    /** Returns the state of a checkout that begins. */
    public static CheckoutState begin(Request request, Placement placement) {
        return new CheckoutState(request, Optional.of(placement), Optional.empty(), Optional.empty(), Optional.empty());
    }

    CheckoutState placed() {
        return new CheckoutState(request, Optional.empty(), outcome, givenBack, result);
    }

    CheckoutState with(PaymentOutcome answer) {
        return new CheckoutState(request, placement, Optional.of(answer), givenBack, result);
    }

    CheckoutState givenBackBy(IdempotencyKey key) {
        return new CheckoutState(request, placement, outcome, Optional.of(key), result);
    }

    CheckoutState answered(CheckoutResult answer) {
        return new CheckoutState(request, Optional.empty(), outcome, givenBack, Optional.of(answer));
    }

    /** Returns what is to be told now: the final answer, or that it is pending. */
    public CheckoutResult answer() {
        return result.orElseGet(() -> new CheckoutResult.Pending(request.order(), action()));
    }

    private Optional<BuyerAction> action() {
        return outcome.filter(PaymentOutcome.ActionRequired.class::isInstance)
                .map(waiting -> ((PaymentOutcome.ActionRequired) waiting).action());
    }

    /**
     * What was asked for.
     *
     * @param key the request's idempotency key
     * @param buyer who buys
     * @param cart which cart
     * @param generation its generation
     * @param order the id of the order
     * @param number the number of the order
     * @param total what the buyer pays
     * @param token how
     * @param capture when the money is taken
     * @param skus what is held
     * @param actor on whose behalf
     */
    public record Request(
            IdempotencyKey key,
            Buyer buyer,
            CartId cart,
            String generation,
            OrderId order,
            OrderNumber number,
            Money total,
            PaymentToken token,
            CaptureMode capture,
            List<Sku> skus,
            String actor) {

        /** Copies the list. */
        public Request {
            skus = List.copyOf(skus);
        }

        /** Returns whether the money is taken at the checkout. */
        public boolean takenAtOnce() {
            return capture == CaptureMode.AT_CHECKOUT;
        }
    }

    /**
     * What placing the order needs.
     *
     * @param fingerprint the request's fingerprint
     * @param body the order's document
     * @param lines what is to be held, summed for each SKU
     */
    public record Placement(String fingerprint, OrderBody body, List<StockLine> lines) {

        /** Copies the list. */
        public Placement {
            lines = List.copyOf(lines);
        }
    }
}
