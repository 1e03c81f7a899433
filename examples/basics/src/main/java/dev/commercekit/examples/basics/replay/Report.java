package dev.commercekit.examples.basics.replay;

import dev.commercekit.examples.basics.command.Verdict;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentLedger;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of it: the shop's answers, held against the files and against the gateway's own ledger.
 *
 * @param book the invoices
 * @param done what was done with them
 * @param shop what the shop says about its orders
 * @param stock what its stock ledger says
 * @param gateway what the gateway says about money
 * @param seconds how long the invoices took, from the first to the last
 */
record Report(
        InvoiceBook book,
        Replayer.Done done,
        OrderAudit shop,
        StockAudit stock,
        PaymentLedger gateway,
        double seconds) {

    Verdict verdict() {
        return new Verdict(values(), invariants());
    }

    void tell(PrintStream out) {
        out.printf(
                "%,d lines: %,d of orders, %,d adjustments of stock, %,d returns, %,d for the accounts; %,d skipped%n",
                lines(),
                shop.lines(),
                done.adjustmentLines(),
                done.returnLines(),
                done.ledgerLines(),
                book.bad().size());
        out.printf(
                "%,d orders, %,d of guests: %,d units for %s%n",
                shop.sold().size(), shop.guests(), shop.units(), shop.revenue());
        byCountry().forEach((country, sum) -> out.printf("  %-20s %14s%n", country, sum));
        out.printf(
                "%,d units came back for %s; %,d more were not bought here%n",
                shop.returnedUnits(), shop.refunded(), unmatched());
        out.printf(
                "%.1f s, %,.0f orders/s, checkout p50 %.2f ms, p99 %.2f ms%n",
                seconds,
                ordersPerSecond(),
                done.checkouts().percentileMillis(50),
                done.checkouts().percentileMillis(99));
        done.surprises().stream().limit(10).forEach(surprise -> out.println("  surprise: " + surprise));
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lines", lines());
        values.put("skippedLines", book.bad().size());
        values.put("orderLines", shop.lines());
        values.put("adjustmentLines", done.adjustmentLines());
        values.put("returnLines", done.returnLines());
        values.put("ledgerLines", done.ledgerLines());
        values.put("orders", shop.sold().size());
        values.put("guestOrders", shop.guests());
        values.put("units", shop.units());
        values.put("revenue", text(shop.revenue()));
        values.put("revenueByCountry", byCountry());
        values.put("returnedUnits", shop.returnedUnits());
        values.put("unmatchedReturnUnits", unmatched());
        values.put("refunded", text(shop.refunded()));
        values.put("seconds", Verdict.rounded(seconds));
        values.put("ordersPerSecond", Verdict.rounded(ordersPerSecond()));
        values.put("p50Millis", Verdict.rounded(done.checkouts().percentileMillis(50)));
        values.put("p99Millis", Verdict.rounded(done.checkouts().percentileMillis(99)));
        return values;
    }

    private Map<String, Boolean> invariants() {
        FileSums files = FileSums.of(book);
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put(
                "everyLineIsAccountedFor",
                lines() == shop.lines() + done.adjustmentLines() + done.returnLines() + done.ledgerLines());
        all.put("noInvoiceIsLost", shop.isOf(book.of(Invoice.Kind.ORDER)));
        all.put("nothingWentOtherwise", done.surprises().isEmpty());
        all.put("everyOrderIsConfirmedAndShipped", shop.allShipped());
        all.put("ordersAgreeWithInvoices", shop.agreesWithInvoices());
        all.put("eventsAreGapFree", shop.eventsAreGapFree());
        all.put("revenueAgreesWithFiles", shop.revenue().equals(files.revenue()));
        all.put("everyOrderIsCapturedInFull", shop.allCaptured());
        all.put(
                "totalsAreCapturedAtGateway",
                ledger(PaymentLedger.Kind.CAPTURED).equals(shop.revenue()));
        all.put("refundsAgreeWithFiles", shop.refunded().equals(files.refunded()));
        all.put("refundsAgreeWithGateway", ledger(PaymentLedger.Kind.REFUNDED).equals(shop.refunded()));
        all.put("returnedUnitsAgreeWithFiles", shop.returnedUnits() == files.returnedUnits());
        all.put("unitsSoldAgreeWithStockLedger", stock.sold() == files.trackedUnits());
        all.put("stockIsNeverNegative", stock.neverNegative());
        all.put("stockAddsUp", stock.addsUp());
        return all;
    }

    private long lines() {
        return book.rows() - book.bad().size();
    }

    private long unmatched() {
        return book.of(Invoice.Kind.RETURN).stream()
                        .flatMap(invoice -> invoice.lines().stream())
                        .mapToLong(line -> -line.quantity())
                        .sum()
                - shop.returnedUnits();
    }

    private Map<String, String> byCountry() {
        Map<String, String> texts = new LinkedHashMap<>();
        Comparator<Map.Entry<String, Money>> largest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        shop.revenueByCountry().entrySet().stream()
                .sorted(largest.thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }

    private Money ledger(PaymentLedger.Kind kind) {
        return Money.sum(
                InvoiceLine.GBP,
                gateway.entries().stream()
                        .filter(entry -> entry.kind() == kind)
                        .map(PaymentLedger.Entry::amount)
                        .toList());
    }

    private double ordersPerSecond() {
        return seconds > 0 ? shop.sold().size() / seconds : 0;
    }

    private static String text(Money money) {
        return money.amount().toPlainString();
    }
}
