package dev.commercekit.order;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.cart.LineId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks to send goods of an order and to take their money. Goods never leave for money that could not be taken: what is not
 * captured is not shipped.
 *
 * @param key names this intention
 * @param order which order
 * @param lines what is sent; empty for everything that was not sent yet
 * @param tracking the carrier's number, up to 100 characters
 */
public record ShipRequest(IdempotencyKey key, OrderId order, List<LineQuantity> lines, Optional<String> tracking) {

    /** Checks that each line is named once. */
    public ShipRequest {
        Input.required(key, "idempotencyKey");
        Input.required(order, "orderId");
        lines = distinct(lines);
        Input.text(tracking, "tracking", 100);
    }

    /** Asks to send everything that was not sent yet. */
    public static ShipRequest all(IdempotencyKey key, OrderId order) {
        return new ShipRequest(key, order, List.of(), Optional.empty());
    }

    /** Asks to send some of it. */
    public static ShipRequest of(IdempotencyKey key, OrderId order, LineQuantity... lines) {
        Input.that(Input.required(lines, "lines").length > 0, "lines", "must not be empty");
        return new ShipRequest(key, order, Arrays.asList(lines), Optional.empty());
    }

    static List<LineQuantity> distinct(List<LineQuantity> lines) {
        List<LineQuantity> copy = Input.list(lines, "lines", 1_200);
        List<LineId> ids = copy.stream().map(LineQuantity::line).distinct().toList();
        Input.that(ids.size() == copy.size(), "lines", "must name each line once");
        return copy;
    }
}
