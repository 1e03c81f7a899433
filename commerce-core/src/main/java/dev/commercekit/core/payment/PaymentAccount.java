package dev.commercekit.core.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentStatus;
import dev.commercekit.payment.PaymentSummary;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The payment of one order as it was read. Each change returns the writes that record it: the payment's row at the version that
 * was read, and an entry of the ledger.
 *
 * @param order the order
 * @param summary where the payment stands
 * @param reference the gateway's name of the authorization
 * @param version the row's version
 */
public record PaymentAccount(
        OrderId order, PaymentSummary summary, Optional<GatewayReference> reference, long version) {

    /** Returns the payment that a row tells of. */
    public static PaymentAccount of(Row row) {
        Currency currency = Currency.getInstance(row.get(PaymentTable.CURRENCY));
        PaymentSummary summary = new PaymentSummary(
                Money.of(row.get(PaymentTable.AUTHORIZED), currency),
                Money.of(row.get(PaymentTable.CAPTURED), currency),
                Money.of(row.get(PaymentTable.REFUNDED), currency),
                Money.of(row.get(PaymentTable.RELEASED), currency));
        return new PaymentAccount(
                OrderId.of(row.get(PaymentTable.ORDER_ID)),
                summary,
                row.find(PaymentTable.REFERENCE).map(GatewayReference::new),
                row.version());
    }

    /** Returns the summary of a payment whose row may be absent. */
    public static PaymentSummary summary(Optional<Row> row, Money total) {
        return row.map(found -> of(found).summary()).orElseGet(() -> PaymentSummary.none(Money.zero(total.currency())));
    }

    /** Records the approval of an order's payment, which may have been taken at once. */
    public static List<Write> open(OrderId order, IdempotencyKey request, Approved approved, boolean taken) {
        List<Write> writes = new ArrayList<>(3);
        writes.add(inserted(order, approved.amount(), taken, Optional.of(approved.reference())));
        writes.add(PaymentEntryTable.insert(order, request, Kind.AUTHORIZED, approved.amount()));
        if (taken) {
            writes.add(PaymentEntryTable.insert(order, request, Kind.CAPTURED, approved.amount()));
        }
        return writes;
    }

    /** Records that there was nothing to pay. */
    public static Write openFree(OrderId order, Money zero) {
        return inserted(order, zero, false, Optional.empty());
    }

    /** Records that money was taken. */
    public List<Write> capture(IdempotencyKey request, Money amount) {
        return move(request, Kind.CAPTURED, amount, summary.capture(amount));
    }

    /** Records that money was given back. */
    public List<Write> refund(IdempotencyKey request, Money amount) {
        return move(request, Kind.REFUNDED, amount, summary.refund(amount));
    }

    /** Records that what was set aside was released. */
    public List<Write> release(IdempotencyKey request, Money amount) {
        return move(request, Kind.RELEASED, amount, summary.release(amount));
    }

    private List<Write> move(IdempotencyKey request, Kind kind, Money amount, PaymentSummary after) {
        if (!PaymentStatus.TRANSITIONS.allows(summary.status(), after.status())) {
            throw new IllegalStateException("a payment cannot go from " + summary.status() + " to " + after.status());
        }
        Write update = Write.update(
                PaymentTable.key(order),
                version,
                values -> values.set(PaymentTable.CAPTURED, after.captured().amount())
                        .set(PaymentTable.REFUNDED, after.refunded().amount())
                        .set(PaymentTable.RELEASED, after.released().amount()));
        return List.of(update, PaymentEntryTable.insert(order, request, kind, amount));
    }

    private static Write inserted(OrderId order, Money amount, boolean taken, Optional<GatewayReference> reference) {
        Money zero = Money.zero(amount.currency());
        return Write.insert(
                PaymentTable.key(order),
                values -> values.set(PaymentTable.CURRENCY, amount.currency().getCurrencyCode())
                        .set(PaymentTable.AUTHORIZED, amount.amount())
                        .set(PaymentTable.CAPTURED, (taken ? amount : zero).amount())
                        .set(PaymentTable.REFUNDED, zero.amount())
                        .set(PaymentTable.RELEASED, zero.amount())
                        .set(PaymentTable.REFERENCE, reference.map(GatewayReference::value)));
    }
}
