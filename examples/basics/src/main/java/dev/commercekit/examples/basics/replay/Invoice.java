package dev.commercekit.examples.basics.replay;

import dev.commercekit.cart.Cart;
import dev.commercekit.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lines with one invoice number, and what they mean together.
 *
 * @param number its number
 * @param kind what it means
 * @param lines its lines, at least one, in the order of the files
 */
record Invoice(String number, Kind kind, List<InvoiceLine> lines) {

    /** What an invoice means. */
    enum Kind {
        /** Somebody bought something. */
        ORDER,
        /** Somebody sent something back; the number begins with a C. */
        RETURN,
        /** Stock was counted, found or written off: it costs nothing. */
        ADJUSTMENT,
        /** The accounts were corrected, without any goods; the number begins with an A. */
        LEDGER
    }

    /** Copies the lines. */
    Invoice {
        lines = List.copyOf(lines);
    }

    /** Says what the lines mean together, and tells of those that contradict that; of no others there is no invoice. */
    static Optional<Invoice> of(String number, List<InvoiceLine> lines, Consumer<BadLine> bad) {
        InvoiceLine first = lines.get(0);
        List<InvoiceLine> same = new ArrayList<>();
        for (InvoiceLine line : lines) {
            if (line.customer().equals(first.customer()) && line.country().equals(first.country())) {
                same.add(line);
            } else {
                bad.accept(line.bad("has another buyer than the first line of invoice " + number));
            }
        }
        Kind kind = kind(number, same);
        List<InvoiceLine> fitting = new ArrayList<>();
        for (InvoiceLine line : same) {
            Optional<String> fault = fault(kind, line, fitting.size());
            fault.ifPresentOrElse(reason -> bad.accept(line.bad(reason)), () -> fitting.add(line));
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new Invoice(number, kind, fitting));
    }

    private static Kind kind(String number, List<InvoiceLine> lines) {
        if (number.startsWith("C")) {
            return Kind.RETURN;
        }
        if (number.startsWith("A")) {
            return Kind.LEDGER;
        }
        return sum(lines).isPositive() ? Kind.ORDER : Kind.ADJUSTMENT;
    }

    private static Optional<String> fault(Kind kind, InvoiceLine line, int before) {
        if (kind == Kind.ORDER && line.quantity() < 0) {
            return Optional.of("Quantity: must be above zero in an order");
        }
        if (kind == Kind.ORDER && line.unitPrice().signum() < 0) {
            return Optional.of("UnitPrice: must not be negative in an order");
        }
        if (kind == Kind.ORDER && before == Cart.MAX_LINES) {
            return Optional.of("is one line more than an order can have");
        }
        if (kind == Kind.RETURN && line.quantity() > 0) {
            return Optional.of("Quantity: must be below zero in a return");
        }
        return Optional.empty();
    }

    /** Returns the customer's number; a guest has none. */
    Optional<String> customer() {
        return lines.get(0).customer();
    }

    /** Returns where the buyer lives, by the shop's own words. */
    String country() {
        return lines.get(0).country();
    }

    /** Returns what the lines cost together. */
    Money total() {
        return sum(lines);
    }

    private static Money sum(List<InvoiceLine> lines) {
        return Money.sum(InvoiceLine.GBP, lines.stream().map(InvoiceLine::total).toList());
    }
}
