package dev.commercekit.core.checkout.flow;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.checkout.flow.CheckoutState.Request;
import dev.commercekit.core.inventory.HoldTable;
import dev.commercekit.core.inventory.StockWrites;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.StepContext;
import java.util.ArrayList;
import java.util.List;

/** What both ways to a cancelled order do: the hold is released, the cart is free, and the key has its answer. */
final class Undoing {

    private Undoing() {}

    static List<RowKey> reads(Request request) {
        List<RowKey> keys = new ArrayList<>(holds(request));
        keys.add(OrderTable.key(request.order()));
        keys.add(PaymentTable.key(request.order()));
        keys.add(CartClaimTable.key(request.cart(), request.generation()));
        return keys;
    }

    static List<Write> writes(Request request, OrderDraft order, CheckoutResult answer, StepContext context) {
        List<Row> held = holds(request).stream()
                .map(key -> context.row(key).orElseThrow())
                .toList();
        List<Write> writes = new ArrayList<>(order.writes());
        writes.add(CartClaimTable.free(context.row(CartClaimTable.key(request.cart(), request.generation()))
                .orElseThrow()));
        writes.add(CheckoutClaims.answer(CheckoutClaims.key(request), answer));
        writes.addAll(StockWrites.release(held));
        return writes;
    }

    private static List<RowKey> holds(Request request) {
        HoldId hold = HoldId.of(request.order().value());
        return request.skus().stream().map(sku -> HoldTable.key(hold, sku)).toList();
    }
}
