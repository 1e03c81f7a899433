package dev.commercekit.order;

import dev.commercekit.CommerceException;

/** Another command is moving the money of the order just now; nothing was changed, and the same call may be made again. */
public final class OrderBusyException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String order;

    /** Creates the error for an order. */
    public OrderBusyException(OrderId order) {
        super("another command is at work on order " + order);
        this.order = order.value();
    }

    /** Returns the order. */
    public OrderId order() {
        return new OrderId(order);
    }

    @Override
    public String code() {
        return "order-busy";
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
