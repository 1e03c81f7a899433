package dev.commercekit.inventory;

import dev.commercekit.Input;
import dev.commercekit.catalog.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some units of a SKU.
 *
 * @param sku the SKU
 * @param quantity how many, 1 to {@value #MAX_QUANTITY}
 */
public record StockLine(Sku sku, long quantity) {

    /** The most units in one line, hold or movement. */
    public static final long MAX_QUANTITY = 1_000_000_000L;

    /** Checks the quantity. */
    public StockLine {
        Input.required(sku, "sku");
        Input.range(quantity, "quantity", 1, MAX_QUANTITY);
    }

    /** Returns the lines summed for each SKU, in the order of the SKUs. */
    public static List<StockLine> summed(Collection<StockLine> lines) {
        if (lines.size() == 1) {
            return Input.list(lines, "lines", 1);
        }
        Map<Sku, Long> sums = new TreeMap<>();
        for (StockLine line : Input.list(lines, "lines", Integer.MAX_VALUE)) {
            sums.merge(line.sku(), line.quantity(), Math::addExact);
        }
        return sums.entrySet().stream()
                .map(sum -> new StockLine(sum.getKey(), sum.getValue()))
                .toList();
    }
}
