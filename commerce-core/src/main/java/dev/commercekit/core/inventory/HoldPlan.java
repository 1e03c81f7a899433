package dev.commercekit.core.inventory;

import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.storage.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hold would write, and what the rows that it was planned by say about it.
 *
 * @param id the hold
 * @param lines what is held, summed for each SKU
 * @param expiresAt until when, by the storage's clock
 * @param entries the writes of the hold's own rows
 * @param adds the subtractions from {@code available}; they belong at the end of the write set, and if only they are refused
 *     the hold is short
 * @param shortages what was short already when the rows were read; to commit the plan then is pointless, though safe
 */
public record HoldPlan(
        HoldId id,
        List<StockLine> lines,
        Instant expiresAt,
        List<Write> entries,
        List<Write.Add> adds,
        List<Shortage> shortages) {

    /** Copies the lists. */
    public HoldPlan {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
        adds = List.copyOf(adds);
        shortages = List.copyOf(shortages);
    }

    /** Returns all writes, those of {@code available} last. */
    public List<Write> writes() {
        List<Write> writes = new ArrayList<>(entries.size() + adds.size());
        writes.addAll(entries);
        writes.addAll(adds);
        return writes;
    }

    /** Returns the hold as it stands once the writes are committed. */
    public Hold hold() {
        return new Hold(id, HoldState.HELD, lines, expiresAt);
    }

    /**
     * Returns what was short if exactly these subtractions were refused, with the level that each SKU was last seen at; it may
     * be above what was asked for, since somebody was faster.
     */
    public List<Shortage> shortages(Collection<Write.Add> refused, Map<Sku, Long> seen) {
        Map<String, Write.Add> bySku = new HashMap<>();
        refused.forEach(add -> bySku.put((String) add.key().value(0), add));
        return lines.stream()
                .filter(line -> bySku.containsKey(line.sku().value()))
                .map(line -> new Shortage(line.sku(), line.quantity(), seen.getOrDefault(line.sku(), 0L)))
                .toList();
    }
}
