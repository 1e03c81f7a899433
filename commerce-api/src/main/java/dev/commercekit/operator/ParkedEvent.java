package dev.commercekit.operator;

import dev.commercekit.Input;
import dev.commercekit.order.OrderId;
import java.time.Duration;
import java.time.Instant;

/**
 * An event that no attempt could hand over to all its consumers. It and the later events of its order wait for an operator.
 *
 * @param id the event
 * @param order the order
 * @param type the stable name of its kind
 * @param at when it happened, by the storage's clock
 * @param age how long ago that is
 * @param attempts how often it was tried
 * @param error what went wrong last
 */
public record ParkedEvent(
        String id, OrderId order, String type, Instant at, Duration age, long attempts, String error) {

    /** Refuses null. */
    public ParkedEvent {
        Input.required(id, "id");
        Input.required(order, "order");
        Input.required(type, "type");
        Input.required(at, "at");
        Input.required(age, "age");
        Input.required(error, "error");
    }
}
