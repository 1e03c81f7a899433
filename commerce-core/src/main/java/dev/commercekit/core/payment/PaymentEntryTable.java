package dev.commercekit.core.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The shop's own ledger of payments: one row for each movement of money, under the key of the request that caused it. */
public final class PaymentEntryTable {

    /** The order. */
    public static final Column<String> ORDER_ID = Column.text("order_id");

    /** The key of the request to the gateway. */
    public static final Column<String> REQUEST_KEY = Column.text("request_key");

    /** What was done, the name of a {@link PaymentLedger.Kind}; an authorization that is taken at once is two movements. */
    public static final Column<String> KIND = Column.text("kind");

    /** How much. */
    public static final Column<BigDecimal> AMOUNT = Column.decimal("amount");

    /** When it was recorded, by the storage's clock. */
    public static final Column<Instant> AT = Column.instant("at");

    /** The table. */
    public static final Table TABLE = Table.named("payment_entry", ORDER_ID, REQUEST_KEY, KIND)
            .columns(AMOUNT, AT)
            .build();

    private PaymentEntryTable() {}

    /** Records one movement of money. */
    public static Write insert(OrderId order, IdempotencyKey request, PaymentLedger.Kind kind, Money amount) {
        return Write.insert(
                TABLE.key(order.value(), request.value(), kind.name()),
                values -> values.set(AMOUNT, amount.amount()).setToNow(AT, Duration.ZERO));
    }
}
