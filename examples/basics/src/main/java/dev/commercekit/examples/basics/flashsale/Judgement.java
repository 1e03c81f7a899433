package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.PageRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Verdict;
import dev.commercekit.examples.basics.replay.StockAudit;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What came of a sale: what buyers were told, held against the stock ledger, the shop's orders and the gateway's ledger. */
final class Judgement {

    private final Size size;
    private final Sale sale;
    private final Commerce shop;
    private final PaymentLedger gateway;
    private final long durableCommits;
    private final StockAudit stock;
    private final long refusedWrongly;

    Judgement(Size size, Sale sale, Commerce shop, PaymentLedger gateway, long durableCommits) {
        this.size = size;
        this.sale = sale;
        this.shop = shop;
        this.gateway = gateway;
        this.durableCommits = durableCommits;
        this.stock = StockAudit.of(shop.inventory(), List.of(Sale.HOT));
        this.refusedWrongly = sale.answers().witnesses().refusedWrongly();
    }

    Verdict verdict() {
        return new Verdict(values(), invariants());
    }

    void tell(PrintStream out) {
        out.printf(
                "%,d units and %,d buyers, %d at a time: %,d sold, %,d left%n",
                size.stock(), size.buyers(), size.threads(), stock.sold(), sale.available());
        out.printf(
                "%,d buyers were declined, %,d were told that it is sold out; %,d payments were unknown for a while%n",
                count(Declined.class), count(OutOfStock.class), sale.answers().settledLater());
        out.printf(
                "%.1f s, %,.0f orders/s, checkout p50 %.2f ms, p99 %.2f ms; %,d durable commits%n",
                sale.seconds(), ordersPerSecond(), millis(50), millis(99), durableCommits);
        if (refusedWrongly > 0) {
            out.printf("%,d buyers were refused while a unit was free%n", refusedWrongly);
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stock", size.stock());
        values.put("buyers", size.buyers());
        values.put("sold", stock.sold());
        values.put("available", sale.available());
        values.put("soldOut", count(OutOfStock.class));
        values.put("declined", count(Declined.class));
        values.put("unknownSettled", sale.answers().settledLater());
        values.put("oversold", Math.max(0, stock.sold() - size.stock()));
        values.put("seconds", Verdict.rounded(sale.seconds()));
        values.put("ordersPerSecond", Verdict.rounded(ordersPerSecond()));
        values.put("p50Millis", Verdict.rounded(millis(50)));
        values.put("p99Millis", Verdict.rounded(millis(99)));
        values.put("durableCommits", durableCommits);
        return values;
    }

    private Map<String, Boolean> invariants() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("soldAndAvailableIsStock", stock.sold() + sale.available() == size.stock() && stock.addsUp());
        all.put("neverOversold", stock.sold() <= size.stock() && stock.neverNegative());
        all.put("nobodyIsRefusedWhileAUnitIsFree", refusedWrongly == 0);
        all.put("nothingIsLeftWhileSomebodyWaits", sale.available() == 0 || count(OutOfStock.class) == 0);
        all.put("everyBuyerHasOneAnswer", everyBuyerHasOneAnswer());
        all.put("everyOrderIsSettled", sale.answers().open().isEmpty() && everyOrderIsAtItsEnd());
        all.put("whoIsToldSoHasBought", count(Confirmed.class) == stock.sold());
        all.put("confirmedIsAuthorizedAndNothingElseIs", told().equals(authorized()));
        all.put("nobodyIsChargedTwice", authorized().size() == new HashSet<>(authorized()).size());
        return all;
    }

    /** The same key still says the same; a key that said sold out does so also after units came back. */
    private boolean everyBuyerHasOneAnswer() {
        Set<Integer> seen = new HashSet<>();
        boolean same = count(Confirmed.class) + count(Declined.class) + count(OutOfStock.class) == size.buyers();
        for (int i = sale.visits().size() - 1; i >= 0; i--) {
            Visit visit = sale.visits().get(i);
            Optional<CheckoutResult> now = shop.checkout().find(visit.who(), visit.key());
            same &= seen.add(visit.buyer())
                    ? now.equals(Optional.of(sale.answers().of(visit.buyer())))
                    : now.orElse(null) instanceof OutOfStock;
        }
        return same;
    }

    /** Nothing is under way, nothing is held, and nobody has bought twice. */
    private boolean everyOrderIsAtItsEnd() {
        boolean all = shop.inventory().level(Sale.HOT).held() == 0;
        for (int buyer = 0; buyer < size.buyers(); buyer++) {
            List<Order> orders = shop.orders()
                    .ofCustomer(new Visit(buyer, 0).customer(), PageRequest.first(PageRequest.MAX_LIMIT))
                    .items();
            long bought = orders.stream()
                    .filter(order -> order.status() == OrderStatus.CONFIRMED)
                    .count();
            long cancelled = orders.stream()
                    .filter(order -> order.status() == OrderStatus.CANCELLED)
                    .count();
            all &= bought <= 1 && bought + cancelled == orders.size();
        }
        return all;
    }

    /** Returns the numbers of the orders that buyers were told are confirmed, sorted. */
    private List<String> told() {
        return sale.answers().buyersTold(Confirmed.class).stream()
                .map(buyer -> ((Confirmed) sale.answers().of(buyer)).number().toString())
                .sorted()
                .toList();
    }

    /** Returns the numbers of the orders for which the gateway has money set aside, sorted, each as often as it has. */
    private List<String> authorized() {
        List<String> references = new ArrayList<>();
        for (Entry entry : gateway.entries()) {
            if (entry.kind() == Kind.AUTHORIZED && entry.amount().equals(Sale.PRICE)) {
                references.add(entry.reference());
            } else if (entry.kind() == Kind.RELEASED) {
                references.remove(entry.reference());
            }
        }
        return references.stream().sorted().toList();
    }

    private long count(Class<? extends CheckoutResult> type) {
        return sale.answers().count(type);
    }

    private double ordersPerSecond() {
        return sale.seconds() > 0 ? stock.sold() / sale.seconds() : 0;
    }

    private double millis(int percent) {
        return sale.crowd().checkouts().percentileMillis(percent);
    }
}
