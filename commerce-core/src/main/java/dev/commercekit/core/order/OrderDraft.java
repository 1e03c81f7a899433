package dev.commercekit.core.order;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A change of one order in the making: what a command does to it and the events that tell of it, which become one update of
 * the order's row, at the version that was read, and one insert for each event. Not thread-safe; used within one step.
 */
public final class OrderDraft {

    private final Row row;
    private final Instant now;
    private final String actor;
    private final List<OrderEvent> events = new ArrayList<>();
    private OrderStatus status;
    private @Nullable OrderBody body;
    private Optional<String> operation;
    private Optional<String> cancelReason;
    private Optional<Instant> expiresAt;
    private Optional<Instant> confirmedAt;
    private Optional<String> declineReason;

    /** Begins a change of the order in the given row, at the given time, on behalf of somebody. */
    public OrderDraft(Row row, Instant now, String actor) {
        this.row = row;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.status = OrderStatus.valueOf(row.get(OrderTable.STATUS));
        this.operation = row.find(OrderTable.OPERATION);
        this.cancelReason = row.find(OrderTable.CANCEL_REASON);
        this.expiresAt = row.find(OrderTable.EXPIRES_AT);
        this.confirmedAt = row.find(OrderTable.CONFIRMED_AT);
        this.declineReason = row.find(OrderTable.DECLINE_REASON);
    }

    /** Returns where the order stands in this draft. */
    public OrderStatus status() {
        return status;
    }

    /** Returns why it is to be cancelled, if it is. */
    public Optional<String> cancelReason() {
        return cancelReason;
    }

    /**
     * Moves the order on.
     *
     * @throws IllegalStateException if the order's transitions do not allow it
     */
    public OrderDraft become(OrderStatus next) {
        if (status != next && !OrderStatus.TRANSITIONS.allows(status, next)) {
            throw new IllegalStateException("an order that is " + status + " cannot become " + next);
        }
        status = next;
        if (next == OrderStatus.CONFIRMED) {
            confirmedAt = Optional.of(now);
        }
        if (next != OrderStatus.PLACED) {
            expiresAt = Optional.empty();
        }
        return this;
    }

    /** Changes every line. */
    public OrderDraft eachLine(UnaryOperator<OrderLine> change) {
        body = body().eachLine(change);
        return this;
    }

    /** Says why it is cancelled; the first reason stays. */
    public OrderDraft because(String reason) {
        cancelReason = cancelReason.or(() -> Optional.of(reason));
        return this;
    }

    /** Says that its payment was declined, which is the answer to its checkout. */
    public OrderDraft declined(DeclineReason reason) {
        declineReason = Optional.of(reason.name());
        return this;
    }

    /** Says which workflow moves the order's money from now on. */
    public OrderDraft begin(String workflow) {
        operation = Optional.of(workflow);
        return this;
    }

    /** Says that no workflow moves the order's money any more. */
    public OrderDraft finish() {
        operation = Optional.empty();
        return this;
    }

    /** Tells of what happened. */
    public OrderDraft tell(Function<OrderEvent.Header, OrderEvent> event) {
        events.add(event.apply(new OrderEvent.Header(
                OrderId.of(row.get(OrderTable.ID)),
                new OrderNumber(row.get(OrderTable.NUMBER)),
                row.get(OrderTable.EVENTS) + events.size() + 1,
                now,
                actor)));
        return this;
    }

    /** Returns the document as it stands in this draft. */
    public OrderBody body() {
        return body == null ? OrderBody.CODEC.read(row.get(OrderTable.BODY)) : body;
    }

    /** Returns the writes that make the change. */
    public List<Write> writes() {
        List<Write> writes = new ArrayList<>(events.size() + 1);
        writes.add(Write.update(row, values -> {
            values.set(OrderTable.STATUS, status.name())
                    .set(OrderTable.EVENTS, row.get(OrderTable.EVENTS) + events.size())
                    .set(OrderTable.OPERATION, operation)
                    .set(OrderTable.CANCEL_REASON, cancelReason)
                    .set(OrderTable.EXPIRES_AT, expiresAt)
                    .set(OrderTable.CONFIRMED_AT, confirmedAt)
                    .set(OrderTable.DECLINE_REASON, declineReason);
            if (body != null) {
                values.set(OrderTable.BODY, OrderBody.CODEC.write(body));
            }
        }));
        events.forEach(event -> writes.add(OrderRows.EVENTS.append(event)));
        return writes;
    }
}
