package dev.commercekit.order;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks to take goods of an order back and to give their money back, in proportion to each line's total.
 *
 * @param key names this intention
 * @param order which order
 * @param lines what comes back, at least one line; never more than was sent
 * @param restock whether the goods can be sold again
 * @param reason why, up to 200 characters
 */
public record ReturnRequest(
        IdempotencyKey key, OrderId order, List<LineQuantity> lines, boolean restock, Optional<String> reason) {

    /** Checks that each line is named once. */
    public ReturnRequest {
        Input.required(key, "idempotencyKey");
        Input.required(order, "orderId");
        lines = ShipRequest.distinct(lines);
        Input.that(!lines.isEmpty(), "lines", "must not be empty");
        Input.text(reason, "reason", 200);
    }

    /** Asks to take goods back that cannot be sold again. */
    public static ReturnRequest of(IdempotencyKey key, OrderId order, LineQuantity... lines) {
        return new ReturnRequest(key, order, Arrays.asList(Input.required(lines, "lines")), false, Optional.empty());
    }

    /** Returns the same request for goods that can be sold again. */
    public ReturnRequest restocked() {
        return new ReturnRequest(key, order, lines, true, reason);
    }

    /** Returns the same request with a reason. */
    public ReturnRequest because(String why) {
        return new ReturnRequest(key, order, lines, restock, Optional.of(Input.required(why, "reason")));
    }
}
