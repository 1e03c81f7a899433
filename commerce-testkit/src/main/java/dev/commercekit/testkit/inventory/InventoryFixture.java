package dev.commercekit.testkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.Cursor;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** The inventory under test, and short forms of what the tests do with it. */
abstract class InventoryFixture {

    static final Sku A = Sku.of("a");
    static final Sku B = Sku.of("B 2");
    static final Sku C = Sku.of("c");
    static final Duration HOUR = Duration.ofHours(1);

    Inventory inventory;
    Inventory second;
    private int keys;

    /** Only for subclasses in this package. */
    InventoryFixture() {}

    abstract Inventory first();

    abstract Inventory secondOf(Inventory first);

    abstract boolean passes(Duration time);

    @BeforeEach
    void create() {
        inventory = first();
        second = secondOf(inventory);
    }

    Inventory instance(int number) {
        return number % 2 == 0 ? inventory : second;
    }

    IdempotencyKey key() {
        return IdempotencyKey.of("key " + keys++);
    }

    void stocked(Sku sku, long units) {
        inventory.receive(sku, units, key());
    }

    static StockLine line(Sku sku, long quantity) {
        return new StockLine(sku, quantity);
    }

    Hold held(String id, StockLine... lines) {
        HoldResult result = inventory.hold(HoldId.of(id), List.of(lines), HOUR, key());
        assertThat(result).isInstanceOf(HoldResult.Held.class);
        return ((HoldResult.Held) result).hold();
    }

    static HoldResult.OutOfStock outOfStock(HoldResult result) {
        assertThat(result).isInstanceOf(HoldResult.OutOfStock.class);
        return (HoldResult.OutOfStock) result;
    }

    void isAt(Sku sku, long available, long held) {
        assertThat(inventory.level(sku)).isEqualTo(new StockLevel(sku, StockPolicy.TRACKED, available, held));
        explained(sku);
    }

    /** Demands that the ledger of a SKU sums to its level. */
    void explained(Sku sku) {
        List<Movement> ledger = ledger(sku, PageRequest.MAX_LIMIT);
        StockLevel level = inventory.level(sku);
        assertThat(ledger.stream().mapToLong(Movement::effect).sum()).isEqualTo(level.available());
        assertThat(ledger.stream()
                        .filter(entry -> entry.kind() == Movement.Kind.HELD)
                        .mapToLong(Movement::quantity)
                        .sum())
                .isEqualTo(level.held());
    }

    List<Movement> ledger(Sku sku, int limit) {
        List<Movement> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Movement> page = inventory.movements(sku, new PageRequest(limit, next));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return all;
    }
}
