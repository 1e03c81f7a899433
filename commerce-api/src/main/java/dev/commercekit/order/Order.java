package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.LineId;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentSummary;
import dev.commercekit.pricing.Adjustment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it stands. Its lines and adjustments sum to its total.
 *
 * @param id its name for the program
 * @param number its name for people
 * @param buyer who bought
 * @param cart the cart that it came from
 * @param status where it stands
 * @param lines what was bought
 * @param adjustments what was added and taken off
 * @param total what the buyer pays
 * @param payment where its payment stands
 * @param shipTo where it goes, if anywhere
 * @param contact how the buyer is reached, if given
 * @param cancelReason why it was cancelled, if it was
 * @param placedAt when it was placed, by the storage's clock
 * @param version its version; each change raises it
 */
public record Order(
        OrderId id,
        OrderNumber number,
        Buyer buyer,
        CartId cart,
        OrderStatus status,
        List<OrderLine> lines,
        List<Adjustment> adjustments,
        Money total,
        PaymentSummary payment,
        Optional<Address> shipTo,
        Optional<Contact> contact,
        Optional<String> cancelReason,
        Instant placedAt,
        long version) {

    /** Copies the lists. */
    public Order {
        Input.required(id, "orderId");
        Input.required(number, "orderNumber");
        Input.required(buyer, "buyer");
        Input.required(cart, "cartId");
        Input.required(status, "status");
        lines = Input.list(lines, "lines", Integer.MAX_VALUE);
        adjustments = Input.list(adjustments, "adjustments", Integer.MAX_VALUE);
        Input.required(total, "total");
        Input.required(payment, "payment");
        Input.required(shipTo, "shipTo");
        Input.required(contact, "contact");
        Input.required(cancelReason, "cancelReason");
        Input.required(placedAt, "placedAt");
    }

    /** Returns the line with the given id. */
    public Optional<OrderLine> line(LineId lineId) {
        return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
    }
}
