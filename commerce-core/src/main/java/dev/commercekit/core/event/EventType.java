package dev.commercekit.core.event;

import dev.commercekit.order.OrderEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names under which the kinds of events are stored; they never change. */
final class EventType {

    private static final Map<Class<? extends OrderEvent>, String> NAMES = Map.of(
            OrderEvent.OrderPlaced.class, "order-placed",
            OrderEvent.OrderConfirmed.class, "order-confirmed",
            OrderEvent.PaymentDeclined.class, "payment-declined",
            OrderEvent.OrderExpiring.class, "order-expiring",
            OrderEvent.CancellationRequested.class, "cancellation-requested",
            OrderEvent.OrderCancelled.class, "order-cancelled",
            OrderEvent.GoodsShipped.class, "goods-shipped",
            OrderEvent.GoodsReturned.class, "goods-returned");

    private static final Map<String, Class<? extends OrderEvent>> TYPES =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventType() {}

    /** Returns the name of the event's kind. */
    static String nameOf(OrderEvent event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("no name for events of " + event.getClass());
        }
        return name;
    }

    /** Returns the kind with the given name; none if a newer version wrote it. */
    static Optional<Class<? extends OrderEvent>> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }
}
