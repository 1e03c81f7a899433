package dev.commercekit.testkit.oracle;

import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.Orders;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges a shop from outside: it reads the tables by name and the gateway's own ledger, and believes nothing else. What it
 * checks must hold at every moment at which nobody is writing; {@link #settled()} must hold besides once faults have stopped
 * and all that was due is done.
 *
 * <p>It reads everything there is, so it is for tests and for audits of small shops.
 */
public final class ShopOracle {

    /** The names of all invariants, so that a report can say which were checked. */
    public static final List<String> INVARIANTS = List.of(
            "everyPaymentHasAnOrder",
            "confirmedIsAuthorizedInFull",
            "cancelledHasNoOpenAuthorization",
            "cancelledKeepsNoMoney",
            "oneLiveAuthorization",
            "shopAgreesWithGateway",
            "refundedIsAtMostCapturedIsAtMostAuthorized",
            "neverOversold",
            "stockAddsUp",
            "everyHoldHasItsOrder",
            "holdsFollowTheirOrders",
            "holdsCoverTheirOrders",
            "eventsAreGapFree",
            "linesSumToTotals",
            "oneLiveOrderPerCart",
            "everyKeyHasOneAnswer",
            "everythingIsSettled");

    private static final Set<String> UNDER_WAY = Set.of("PLACED", "EXPIRING", "CANCELLING");

    private final ShopTables tables;
    private final PaymentLedger ledger;
    private final Orders orders;

    /**
     * Creates an oracle.
     *
     * @param storage the shop's storage
     * @param tables the shop's tables
     * @param ledger the gateway's own account of what it did
     * @param orders reads whole orders
     */
    public ShopOracle(Storage storage, Collection<Table> tables, PaymentLedger ledger, Orders orders) {
        this.tables = new ShopTables(storage, tables);
        this.ledger = ledger;
        this.orders = orders;
    }

    /** Returns what does not hold and should, at a moment at which nobody is writing. */
    public List<Violation> check() {
        List<Violation> violations = new ArrayList<>();
        List<Row> rows = tables.rows("shop_order");
        new MoneyRules(tables, ledger, (name, what) -> violations.add(new Violation(name, what))).check(rows);
        Map<String, Order> whole = rows.stream()
                .map(row -> orders.find(OrderId.of(ShopTables.text(row, "id"))).orElseThrow())
                .collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
        new StockRules(tables, whole, (name, what) -> violations.add(new Violation(name, what))).check(rows);
        new OrderRules(tables, whole, (name, what) -> violations.add(new Violation(name, what))).check(rows);
        return violations;
    }

    /** Returns what does not hold, at a moment at which all should be settled. */
    public List<Violation> settled() {
        List<Violation> violations = check();
        for (Row order : tables.rows("shop_order")) {
            String status = ShopTables.text(order, "status");
            if (UNDER_WAY.contains(status)
                    || ShopTables.optional(order, "operation").isPresent()) {
                violations.add(new Violation(
                        "everythingIsSettled", "order " + ShopTables.text(order, "id") + " is " + status));
            }
        }
        for (Row workflow : tables.rows("workflow")) {
            String status = ShopTables.text(workflow, "status");
            if (!status.equals("FINISHED") && !status.equals("UNDONE")) {
                violations.add(new Violation("everythingIsSettled", "workflow " + workflow.key() + " is " + status));
            }
        }
        return violations;
    }
}
