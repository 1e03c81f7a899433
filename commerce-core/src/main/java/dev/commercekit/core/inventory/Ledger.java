package dev.commercekit.core.inventory;

import dev.commercekit.Cursor;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.page.PageCursor;
import dev.commercekit.inventory.Movement;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges the two tables in which a SKU's ledger lies into one listing, by time, then holds before the others, then by id.
 * Holds of an untracked SKU are in none of the indexes that it reads: they moved no count.
 */
final class Ledger {

    private static final String HOLDS = "1";
    private static final String OTHERS = "2";

    private final Storage storage;

    Ledger(Storage storage) {
        this.storage = storage;
    }

    Page<Movement> page(Sku sku, PageRequest request) {
        String listing = "movements of " + sku;
        Optional<Place> after = request.after().map(cursor -> Place.read(cursor, listing));
        Scan holds = Scan.of(HoldTable.TABLE, "ledger").equal(sku.value()).limit(request.limit() + 1);
        Scan others = Scan.of(MovementTable.TABLE, "ledger").equal(sku.value()).limit(request.limit() + 1);
        if (after.isPresent()) {
            Place place = after.get();
            if (place.table.equals(HOLDS)) {
                holds = holds.after(position(sku, place.at, place.key, sku.value()));
                others = others.from(place.at);
            } else {
                holds = holds.from(place.at.plus(1, ChronoUnit.MICROS));
                others = others.after(position(sku, place.at, sku.value(), place.key));
            }
        }
        List<Entry> entries = Stream.concat(
                        storage.scan(holds).rows().stream()
                                .map(row -> new Entry(HOLDS, row.get(HoldTable.HOLD_ID), HoldTable.entry(row))),
                        storage.scan(others).rows().stream()
                                .map(row -> new Entry(OTHERS, row.get(MovementTable.ID), MovementTable.read(row))))
                .sorted()
                .limit(request.limit() + 1L)
                .toList();
        boolean more = entries.size() > request.limit();
        List<Entry> items = more ? entries.subList(0, request.limit()) : entries;
        return new Page<>(
                items.stream().map(Entry::movement).toList(),
                more ? Optional.of(items.get(items.size() - 1).place().write(listing)) : Optional.empty());
    }

    private static Scan.Position position(Sku sku, Instant at, String first, String second) {
        return new Scan.Position(List.of(sku.value(), at), List.of(first, second));
    }

    private record Entry(String table, String key, Movement movement) implements Comparable<Entry> {

        Place place() {
            return new Place(movement.at(), table, key);
        }

        @Override
        public int compareTo(Entry other) {
            int order = movement.at().compareTo(other.movement.at());
            order = order != 0 ? order : table.compareTo(other.table);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    private record Place(Instant at, String table, String key) {

        Cursor write(String listing) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
            return PageCursor.write(listing, Long.toString(micros), table, key);
        }

        static Place read(Cursor cursor, String listing) {
            List<String> parts = PageCursor.read(cursor, listing, 3);
            try {
                Instant at = Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS);
                if (parts.get(1).equals(HOLDS) || parts.get(1).equals(OTHERS)) {
                    return new Place(at, parts.get(1), parts.get(2));
                }
            } catch (ArithmeticException | java.time.DateTimeException | NumberFormatException forged) {
                throw PageCursor.malformed();
            }
            throw PageCursor.malformed();
        }
    }
}
