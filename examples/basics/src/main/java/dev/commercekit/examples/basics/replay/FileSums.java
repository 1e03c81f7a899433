package dev.commercekit.examples.basics.replay;

import dev.commercekit.money.Money;

/**
 * What must come of the invoices by the files alone, worked out without any service: the system's answers are held against it.
 *
 * @param revenue what all orders cost
 * @param units how many units they have
 * @param trackedUnits how many of those have stock behind them
 * @param returnedUnits how many units come back to an order
 * @param unmatchedReturnUnits how many units come back that nobody bought here
 * @param refunded what the units cost that come back to an order
 */
record FileSums(
        Money revenue, long units, long trackedUnits, long returnedUnits, long unmatchedReturnUnits, Money refunded) {

    static FileSums of(InvoiceBook book) {
        PurchaseHistory history = new PurchaseHistory();
        Money revenue = Money.zero(InvoiceLine.GBP);
        Money refunded = Money.zero(InvoiceLine.GBP);
        long units = 0;
        long trackedUnits = 0;
        long sentBack = 0;
        long matched = 0;
        for (Invoice invoice : book.invoices()) {
            if (invoice.kind() == Invoice.Kind.ORDER) {
                history.bought(invoice);
                revenue = revenue.plus(invoice.total());
                for (InvoiceLine line : invoice.lines()) {
                    units += line.quantity();
                    trackedUnits += line.tracked() ? line.quantity() : 0;
                }
            } else if (invoice.kind() == Invoice.Kind.RETURN) {
                for (InvoiceLine line : invoice.lines()) {
                    sentBack -= line.quantity();
                    for (PurchaseHistory.Match match : history.match(line)) {
                        matched += match.units();
                        refunded = refunded.plus(match.refund());
                    }
                }
            }
        }
        return new FileSums(revenue, units, trackedUnits, matched, sentBack - matched, refunded);
    }
}
