package dev.commercekit.testkit.oracle;

import static dev.commercekit.testkit.oracle.ShopTables.amount;
import static dev.commercekit.testkit.oracle.ShopTables.text;

import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.storage.table.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What must hold between orders and the gateway's ledger. */
final class MoneyRules {

    private static final Set<String> BOUGHT = Set.of("CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED");
    private static final Set<String> UNDER_WAY = Set.of("PLACED", "EXPIRING", "CANCELLING");

    private final Map<String, Row> payments;
    private final Map<String, List<Entry>> byReference;
    private final BiConsumer<String, String> violation;

    MoneyRules(ShopTables tables, PaymentLedger ledger, BiConsumer<String, String> violation) {
        this.payments =
                tables.rows("payment").stream().collect(Collectors.toMap(row -> text(row, "order_id"), row -> row));
        this.byReference = ledger.entries().stream().collect(Collectors.groupingBy(Entry::reference));
        this.violation = violation;
    }

    void check(List<Row> orders) {
        Map<String, Row> byNumber = orders.stream().collect(Collectors.toMap(row -> text(row, "number"), row -> row));
        for (String reference : byReference.keySet()) {
            if (!byNumber.containsKey(reference)) {
                violation.accept("everyPaymentHasAnOrder", "payment " + reference);
            }
        }
        orders.forEach(this::check);
        byReference.values().forEach(this::checkInequalities);
    }

    private void check(Row order) {
        String number = text(order, "number");
        String status = text(order, "status");
        List<Entry> entries = byReference.getOrDefault(number, List.of());
        BigDecimal authorized = sum(entries, Kind.AUTHORIZED);
        BigDecimal released = sum(entries, Kind.RELEASED);
        BigDecimal captured = sum(entries, Kind.CAPTURED);
        BigDecimal refunded = sum(entries, Kind.REFUNDED);
        if (BOUGHT.contains(status) && authorized.subtract(released).compareTo(amount(order, "total")) != 0) {
            violation.accept("confirmedIsAuthorizedInFull", "order " + number + " has " + authorized + " authorized");
        }
        if (status.equals("CANCELLED")) {
            BigDecimal open = authorized.subtract(captured).subtract(released);
            if (open.signum() != 0) {
                violation.accept("cancelledHasNoOpenAuthorization", "order " + number + " has " + open + " open");
            }
            if (captured.compareTo(refunded) != 0) {
                violation.accept("cancelledKeepsNoMoney", "order " + number + " keeps " + captured.subtract(refunded));
            }
        }
        long live = entries.stream()
                .filter(entry -> entry.kind() == Kind.AUTHORIZED)
                .filter(entry -> open(entries, entry).signum() > 0)
                .count();
        if (live > 1) {
            violation.accept("oneLiveAuthorization", "order " + number + " has " + live);
        }
        if (!UNDER_WAY.contains(status) && !status.equals("CANCELLED")) {
            agree(order, number, authorized, captured, refunded);
        }
    }

    private void agree(Row order, String number, BigDecimal authorized, BigDecimal captured, BigDecimal refunded) {
        Row payment = payments.get(text(order, "id"));
        boolean same = payment != null
                && amount(payment, "authorized").compareTo(authorized) == 0
                && amount(payment, "captured").compareTo(captured) <= 0
                && amount(payment, "refunded").compareTo(refunded) <= 0;
        if (!same) {
            violation.accept("shopAgreesWithGateway", "order " + number);
        }
        if (payment != null && ShopTables.optional(order, "operation").isEmpty()) {
            boolean exact = amount(payment, "captured").compareTo(captured) == 0
                    && amount(payment, "refunded").compareTo(refunded) == 0;
            if (!exact) {
                violation.accept("shopAgreesWithGateway", "order " + number + " after all is settled");
            }
        }
    }

    private void checkInequalities(List<Entry> entries) {
        entries.stream().collect(Collectors.groupingBy(Entry::authorization)).forEach((authorization, of) -> {
            BigDecimal captured = sum(of, Kind.CAPTURED);
            boolean holds = sum(of, Kind.REFUNDED).compareTo(captured) <= 0
                    && captured.add(sum(of, Kind.RELEASED)).compareTo(sum(of, Kind.AUTHORIZED)) <= 0;
            if (!holds) {
                violation.accept("refundedIsAtMostCapturedIsAtMostAuthorized", "authorization " + authorization);
            }
        });
    }

    /** What of an authorization is neither released nor taken and given back. */
    private static BigDecimal open(List<Entry> entries, Entry authorized) {
        List<Entry> of = entries.stream()
                .filter(entry -> entry.authorization().equals(authorized.authorization()))
                .toList();
        return sum(of, Kind.AUTHORIZED).subtract(sum(of, Kind.RELEASED)).subtract(sum(of, Kind.REFUNDED));
    }

    private static BigDecimal sum(List<Entry> entries, Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> entry.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
