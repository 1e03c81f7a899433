package dev.commercekit.examples.basics.replay;

import dev.commercekit.account.Buyer;
import dev.commercekit.money.Money;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What the shop says about its orders, read again after the work.
 *
 * @param sold the invoices and their orders as they stand now
 * @param eventsAreGapFree whether the events of each order are numbered from 1 without a gap, and begin as its story must
 */
record OrderAudit(List<Sold> sold, boolean eventsAreGapFree) {

    /**
     * An invoice and its order.
     *
     * @param invoice the invoice
     * @param order the order as it stands now
     */
    record Sold(Invoice invoice, Order order) {

        /** Returns whether the order has the invoice's lines, each at its price, and its buyer. */
        boolean agrees() {
            boolean agrees = order.cart().value().equals(invoice.number())
                    && order.lines().size() == invoice.lines().size()
                    && order.total().equals(invoice.total())
                    && order.buyer() instanceof Buyer.Guest
                            == invoice.customer().isEmpty();
            for (int i = 0; agrees && i < invoice.lines().size(); i++) {
                InvoiceLine asked = invoice.lines().get(i);
                OrderLine got = order.lines().get(i);
                agrees = got.sku().equals(asked.sku())
                        && got.quantity() == asked.quantity()
                        && got.total().equals(asked.total());
            }
            return agrees;
        }
    }

    static OrderAudit of(Orders shop, List<Replayer.Sale> sales) {
        List<Sold> sold = new ArrayList<>();
        boolean gapFree = true;
        for (Replayer.Sale sale : sales) {
            shop.find(sale.order()).ifPresent(order -> sold.add(new Sold(sale.invoice(), order)));
            gapFree &= gapFree(shop.timeline(sale.order()));
        }
        return new OrderAudit(sold, gapFree);
    }

    /** Returns whether there is exactly one order for each of these invoices, and no other. */
    boolean isOf(List<Invoice> invoices) {
        List<String> numbers =
                sold.stream().map(sale -> sale.invoice().number()).toList();
        long orders = sold.stream().map(sale -> sale.order().id()).distinct().count();
        return orders == invoices.size()
                && numbers.equals(invoices.stream().map(Invoice::number).toList());
    }

    boolean agreesWithInvoices() {
        return sold.stream().allMatch(Sold::agrees);
    }

    boolean allShipped() {
        return all(order -> order.status() == OrderStatus.SHIPPED);
    }

    boolean allCaptured() {
        return all(order -> order.payment().captured().equals(order.total()));
    }

    long guests() {
        return sum(order -> order.buyer() instanceof Buyer.Guest ? 1 : 0);
    }

    long lines() {
        return sum(order -> order.lines().size());
    }

    long units() {
        return sum(
                order -> order.lines().stream().mapToLong(OrderLine::quantity).sum());
    }

    long returnedUnits() {
        return sum(
                order -> order.lines().stream().mapToLong(OrderLine::returned).sum());
    }

    Money revenue() {
        return money(Order::total);
    }

    Money refunded() {
        return money(order -> order.payment().refunded());
    }

    Map<String, Money> revenueByCountry() {
        Map<String, Money> sums = new HashMap<>();
        sold.forEach(sale -> sums.merge(sale.invoice().country(), sale.order().total(), Money::plus));
        return sums;
    }

    private boolean all(Predicate<Order> predicate) {
        return sold.stream().map(Sold::order).allMatch(predicate);
    }

    private long sum(ToLongFunction<Order> number) {
        return sold.stream().map(Sold::order).mapToLong(number).sum();
    }

    private Money money(Function<Order, Money> amount) {
        return Money.sum(
                InvoiceLine.GBP, sold.stream().map(Sold::order).map(amount).toList());
    }

    private static boolean gapFree(List<OrderEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).header().sequence() != i + 1) {
                return false;
            }
        }
        return events.size() >= 3
                && events.get(0) instanceof OrderEvent.OrderPlaced
                && events.get(1) instanceof OrderEvent.OrderConfirmed
                && events.get(2) instanceof OrderEvent.GoodsShipped;
    }
}
