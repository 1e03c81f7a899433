package dev.commercekit.core.event;

import dev.commercekit.money.Money;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.workflow.StateCodec;
import java.time.Instant;
import java.util.List;

/** Events for tests, and a codec for them: the kind, the order and the sequence. */
final class Incidents {

    static final StateCodec<OrderEvent> CODEC = new StateCodec<>() {
        @Override
        public String encode(OrderEvent event) {
            return String.join(
                    " ",
                    EventType.nameOf(event),
                    event.order().value(),
                    Long.toString(event.header().sequence()));
        }

        @Override
        public OrderEvent decode(String document) {
            List<String> parts = List.of(document.split(" "));
            var header = header(parts.get(1), Long.parseLong(parts.get(2)));
            return switch (parts.get(0)) {
                case "order-placed" -> new OrderEvent.OrderPlaced(header, Money.of("1.00", "GBP"));
                case "order-confirmed" -> new OrderEvent.OrderConfirmed(header, Money.of("1.00", "GBP"));
                case "order-expiring" -> new OrderEvent.OrderExpiring(header);
                default -> throw new IllegalArgumentException("cannot read " + parts.get(0));
            };
        }
    };

    private Incidents() {}

    /** The first event of an order is that it was placed, the second that it was confirmed, all others that it expires. */
    static OrderEvent incident(String order, long sequence) {
        var header = header(order, sequence);
        if (sequence == 1) {
            return new OrderEvent.OrderPlaced(header, Money.of("1.00", "GBP"));
        }
        return sequence == 2
                ? new OrderEvent.OrderConfirmed(header, Money.of("1.00", "GBP"))
                : new OrderEvent.OrderExpiring(header);
    }

    static OrderEvent.Header header(String order, long sequence) {
        return new OrderEvent.Header(OrderId.of(order), OrderNumber.ofRandom(7), sequence, Instant.EPOCH, "test");
    }
}
