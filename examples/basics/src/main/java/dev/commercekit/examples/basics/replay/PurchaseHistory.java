package dev.commercekit.examples.basics.replay;

import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.money.Rounding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each customer has bought and not sent back yet: it finds the purchases that a return can be of. Of a stock code the
 * newest order comes first, and within an order its first line; never more comes back than was bought.
 */
final class PurchaseHistory {

    /**
     * Some units of a line of an order that come back.
     *
     * @param order the order's invoice
     * @param line the place of the line in it, from 0
     * @param units how many
     * @param refund what they cost: the line's total in proportion, rounded so that all returns of a line sum to its total
     */
    record Match(Invoice order, int line, long units, Money refund) {}

    private record Key(String customer, Sku sku) {}

    private static final class Purchase {
        private final Invoice order;
        private final int line;
        private long returned;

        Purchase(Invoice order, int line) {
            this.order = order;
            this.line = line;
        }

        Match takeBack(long atMost) {
            InvoiceLine bought = order.lines().get(line);
            long units = Math.min(atMost, bought.quantity() - returned);
            Money before = bought.total().share(returned, bought.quantity(), Rounding.HALF_UP);
            returned += units;
            Money after = bought.total().share(returned, bought.quantity(), Rounding.HALF_UP);
            return new Match(order, line, units, after.minus(before));
        }
    }

    private final Map<Key, Deque<List<Purchase>>> purchases = new HashMap<>();

    /** Remembers what a customer bought; a guest cannot be known again. */
    void bought(Invoice order) {
        if (order.customer().isEmpty()) {
            return;
        }
        Map<Sku, List<Purchase>> bySku = new HashMap<>();
        for (int i = 0; i < order.lines().size(); i++) {
            bySku.computeIfAbsent(order.lines().get(i).sku(), sku -> new ArrayList<>())
                    .add(new Purchase(order, i));
        }
        bySku.forEach((sku, lines) -> purchases
                .computeIfAbsent(new Key(order.customer().get(), sku), key -> new ArrayDeque<>())
                .addFirst(lines));
    }

    /** Returns what the line of a return sends back, and counts it as sent back; what is missing there has no purchase. */
    List<Match> match(InvoiceLine returned) {
        List<Match> matches = new ArrayList<>();
        long left = -returned.quantity();
        if (returned.customer().isPresent()) {
            Key key = new Key(returned.customer().get(), returned.sku());
            for (List<Purchase> order : purchases.getOrDefault(key, new ArrayDeque<>())) {
                for (Purchase purchase : order) {
                    Match match = purchase.takeBack(left);
                    if (match.units() > 0) {
                        matches.add(match);
                        left -= match.units();
                    }
                }
            }
        }
        return matches;
    }
}
