package dev.commercekit.testkit.storage.model;

import static dev.commercekit.testkit.storage.model.ContractTables.DUE;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.NOTE;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.PRICE;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.storage.transaction.Durability;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Write sets and scans by seeded chance, over so few rows that they meet: mostly sensible ones, as the model stands. */
public final class RandomSets {

    private static final int ROWS = 4;

    private final Random random;
    private final StorageModel model;
    private final List<WriteSet> sent = new ArrayList<>();
    private int batches;
    private int ids;

    /** Creates the source; what it draws depends on the chance and on the model alone. */
    public RandomSets(Random random, StorageModel model) {
        this.random = random;
        this.model = model;
    }

    /** Returns the sets of the next commit; of every second one all, or most of many, are relaxed. */
    public List<WriteSet> batch() {
        Durability usual = batches++ % 2 == 0 ? Durability.RELAXED : Durability.STRICT;
        List<WriteSet> sets = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            sets.add(set().durability(i < 5 ? usual : Durability.STRICT));
        }
        return sets;
    }

    /** Returns the next scan. */
    public Scan scan() {
        Table table = random.nextBoolean() ? ContractTables.THING : ContractTables.STOCK;
        String[] indexes = table.equals(ContractTables.THING)
                ? new String[] {"primary", "by_name_size", "by_price", "by_due"}
                : new String[] {"primary", "by_on_hand"};
        Scan scan = Scan.of(table, indexes[random.nextInt(indexes.length)]).limit(1 + random.nextInt(5));
        List<Row> rows = model.rows(table);
        if (chance(50) && !rows.isEmpty()) {
            Row row = rows.get(random.nextInt(rows.size()));
            boolean placed = scan.index().columns().stream()
                    .allMatch(column -> row.find(column).isPresent());
            scan = placed ? scan.after(row) : scan;
        }
        if (scan.index().name().equals("by_name_size")) {
            scan = chance(50) ? scan.equal(name()).from((long) random.nextInt(3)) : scan.to(name());
        }
        return chance(50) ? scan.backwards() : scan;
    }

    private WriteSet set() {
        if (chance(10) && !sent.isEmpty()) {
            return sent.get(random.nextInt(sent.size()));
        }
        WriteSetId id = new WriteSetId("random-" + (chance(5) ? random.nextInt(ids + 5) : ids++));
        WriteSet set = WriteSet.of(id, writes(id));
        while (chance(35) && !set.writes().isEmpty()) {
            set = set.orElse(set.writes().stream().filter(write -> chance(60)).toList(), writes(id));
        }
        sent.add(set);
        return set;
    }

    private List<Write> writes(WriteSetId own) {
        Map<RowKey, Write> writes = new LinkedHashMap<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            Write write = write();
            writes.putIfAbsent(write.key(), write);
        }
        writes.remove(Witness.of(own));
        return List.copyOf(writes.values());
    }

    private Write write() {
        if (chance(3)) {
            return Witness.tombstone(new WriteSetId("random-" + random.nextInt(ids + 5)));
        }
        boolean thing = random.nextBoolean();
        String id = "r" + random.nextInt(ROWS);
        RowKey key = thing ? ContractTables.thing(id) : ContractTables.stock(id);
        long version = model.find(key).map(Row::version).orElse(1L) - (chance(10) ? 1 : 0);
        return switch (random.nextInt(8)) {
            case 0, 1 -> Write.insert(key, values -> fill(thing, values));
            case 2, 3 -> Write.update(key, version, values -> change(thing, values));
            case 4 -> new Write.Require(key, version);
            case 5 -> chance(40) ? new Write.Delete(key, version) : new Write.Require(key, version);
            default -> add(thing, key);
        };
    }

    private Write add(boolean thing, RowKey key) {
        Write.Add add = Write.add(key, thing ? SIZE : ON_HAND, random.nextInt(9) - 5);
        add = chance(50) ? add.withFloor(random.nextInt(3)) : add;
        add = chance(30) ? add.withCeiling(3 + random.nextInt(6)) : add;
        return chance(40) ? add.orInsert(values -> fill(thing, values)) : add;
    }

    private void fill(boolean thing, Values.Setter values) {
        if (thing) {
            values.set(NAME, name()).set(SIZE, (long) random.nextInt(5));
            if (chance(50)) {
                values.set(PRICE, new BigDecimal(random.nextInt(300)).movePointLeft(random.nextInt(3)));
            }
            if (chance(50)) {
                values.setToNow(DUE, Duration.ofMillis(random.nextInt(100)));
            }
        } else {
            values.set(ON_HAND, (long) random.nextInt(6)).set(RESERVED, 0L);
        }
    }

    private void change(boolean thing, Values.Setter values) {
        if (!thing) {
            if (chance(50)) {
                values.set(RESERVED, (long) random.nextInt(4));
            } else {
                values.set(NOTE, name());
            }
        } else if (chance(30)) {
            values.empty(PRICE).empty(DUE);
        } else {
            fill(true, values);
        }
    }

    private String name() {
        return "n" + random.nextInt(3);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
