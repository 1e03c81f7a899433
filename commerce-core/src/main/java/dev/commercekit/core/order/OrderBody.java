package dev.commercekit.core.order;

import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderLine;
import dev.commercekit.pricing.Adjustment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The part of an order that is stored as a document.
 *
 * @param buyer who bought
 * @param lines what was bought
 * @param adjustments what was added and taken off
 * @param shipTo where it goes
 * @param contact how the buyer is reached
 */
public record OrderBody(
        Buyer buyer,
        List<OrderLine> lines,
        List<Adjustment> adjustments,
        Optional<Address> shipTo,
        Optional<Contact> contact) {

    /** Its stored form. */
    public static final JsonCodec<OrderBody> CODEC = CommerceJson.codec(OrderBody.class);

    /** Copies the lists. */
    public OrderBody {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    OrderBody eachLine(UnaryOperator<OrderLine> change) {
        return new OrderBody(buyer, lines.stream().map(change).toList(), adjustments, shipTo, contact);
    }
}
