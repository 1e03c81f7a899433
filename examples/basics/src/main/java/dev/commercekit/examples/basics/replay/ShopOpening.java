package dev.commercekit.examples.basics.replay;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.money.Price;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What must stand on the shelves before the first invoice. The files do not tell, so it is just enough: what orders take, and
 * what adjustments remove.
 *
 * @param products what is sold, at its first price; each order's line brings the price that was agreed
 * @param stock how many units there are of each code that has stock behind it
 * @param untracked the codes that have none
 */
record ShopOpening(Map<Sku, Product> products, Map<Sku, Long> stock, Set<Sku> untracked) {

    static ShopOpening before(InvoiceBook book) {
        ShopOpening opening = new ShopOpening(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        for (Invoice invoice : book.invoices()) {
            boolean order = invoice.kind() == Invoice.Kind.ORDER;
            for (InvoiceLine line : invoice.lines()) {
                if (order) {
                    opening.products.computeIfAbsent(line.sku(), sku -> product(line));
                }
                if (!line.tracked()) {
                    opening.untracked.add(line.sku());
                } else if (order) {
                    opening.stock.merge(line.sku(), line.quantity(), Math::addExact);
                } else if (invoice.kind() == Invoice.Kind.ADJUSTMENT) {
                    opening.stock.merge(line.sku(), Math.max(0, -line.quantity()), Math::addExact);
                }
            }
        }
        return opening;
    }

    /** Puts everything where it belongs; done again, it changes nothing. */
    void stockUp(Catalog catalog, Inventory inventory) {
        products.values().forEach(catalog::put);
        untracked.forEach(sku -> inventory.setPolicy(sku, StockPolicy.UNTRACKED));
        stock.forEach((sku, units) -> {
            if (units > 0) {
                inventory.receive(sku, units, IdempotencyKey.of("opening/" + sku));
            }
        });
    }

    private static Product product(InvoiceLine line) {
        return Product.of(line.sku(), text(line), Price.of(line.unitPrice(), InvoiceLine.GBP));
    }

    /** Returns the description if it can be read by people, otherwise the code. */
    static String text(InvoiceLine line) {
        try {
            return Input.text(line.description().strip(), "Description", 200);
        } catch (InvalidInputException unreadable) {
            return line.sku().value();
        }
    }
}
