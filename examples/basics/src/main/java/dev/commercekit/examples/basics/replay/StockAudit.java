package dev.commercekit.examples.basics.replay;

import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.StockLevel;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the stock ledger says, entry by entry, against the levels.
 *
 * @param sold how many units were sold of all codes
 * @param neverNegative whether there was always as much as an entry took
 * @param addsUp whether available + held + sold = received + adjusted + restocked for each code
 */
public record StockAudit(long sold, boolean neverNegative, boolean addsUp) {

    /** Reads the ledger of each SKU. */
    public static StockAudit of(Inventory inventory, Collection<Sku> skus) {
        StockAudit all = new StockAudit(0, true, true);
        for (Sku sku : skus) {
            StockAudit one = of(inventory, sku);
            all = new StockAudit(all.sold + one.sold, all.neverNegative && one.neverNegative, all.addsUp && one.addsUp);
        }
        return all;
    }

    private static StockAudit of(Inventory inventory, Sku sku) {
        Map<Movement.Kind, Long> sums = new EnumMap<>(Movement.Kind.class);
        long running = 0;
        Instant last = Instant.EPOCH;
        boolean neverNegative = true;
        Optional<PageRequest> page = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (page.isPresent()) {
            PageRequest request = page.get();
            var movements = inventory.movements(sku, request);
            for (Movement movement : movements.items()) {
                if (movement.at().isAfter(last)) { // of one instant the order is not known
                    neverNegative &= running >= 0;
                    last = movement.at();
                }
                sums.merge(movement.kind(), movement.quantity(), Math::addExact);
                running += movement.effect();
            }
            page = movements.next().map(request::after);
        }
        StockLevel level = inventory.level(sku);
        long sold = sums.getOrDefault(Movement.Kind.SOLD, 0L);
        long in = sums.getOrDefault(Movement.Kind.RECEIVED, 0L)
                + sums.getOrDefault(Movement.Kind.ADJUSTED, 0L)
                + sums.getOrDefault(Movement.Kind.RESTOCKED, 0L);
        return new StockAudit(
                sold,
                neverNegative && level.available() >= 0,
                level.available() == running && level.available() + level.held() + sold == in);
    }
}
