package dev.commercekit.operator;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A workflow that has not ended and wants looking at.
 *
 * @param id names it
 * @param workflow what it is: {@code checkout}, {@code cancel}, {@code ship}, {@code return} or {@code stray}, the return of
 *     money that was approved for an order that had ended
 * @param order whose it is, if that can be read
 * @param step where it stands
 * @param request the key of the request at which it stands, if it stands at one
 * @param parked whether it waits for an operator; otherwise it is tried again by itself
 * @param since when it was parked, or else began, by the storage's clock
 * @param age how long ago that is
 * @param attempts how often the request was begun again under this key
 * @param error what last kept it from going on
 */
public record StuckWorkflow(
        String id,
        String workflow,
        Optional<OrderId> order,
        String step,
        Optional<IdempotencyKey> request,
        boolean parked,
        Instant since,
        Duration age,
        long attempts,
        Optional<String> error) {

    /** Refuses null. */
    public StuckWorkflow {
        Input.required(id, "id");
        Input.required(workflow, "workflow");
        Input.required(order, "order");
        Input.required(step, "step");
        Input.required(request, "request");
        Input.required(since, "since");
        Input.required(age, "age");
        Input.required(error, "error");
    }
}
