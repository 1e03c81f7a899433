package dev.commercekit.jdbc;

import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;

import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.util.List;
import java.util.UUID;

/** Short forms over the tables of the contract. */
final class Things {

    static final List<Table> TABLES = List.of(ContractTables.STOCK, ContractTables.THING, ContractTables.COUNTER);

    private Things() {}

    static WriteSet set(Write... writes) {
        return WriteSet.of(WriteSetId.of(UUID.randomUUID()), writes);
    }

    static Write newThing(String id) {
        return Write.insert(thing(id), values -> values.set(NAME, id).set(SIZE, 1L));
    }

    static Write newStock(String sku, long units) {
        return Write.insert(stock(sku), values -> values.set(ON_HAND, units).set(RESERVED, 0L));
    }

    static Write take(String sku, long units) {
        return Write.add(stock(sku), ON_HAND, -units).withFloor(0);
    }

    static Write rename(String id, long version, String name) {
        return Write.update(thing(id), version, values -> values.set(NAME, name));
    }

    static boolean exists(Storage storage, RowKey key) {
        return storage.get(List.of(key)).find(key).isPresent();
    }

    static long onHand(Storage storage, String sku) {
        return storage.get(List.of(stock(sku))).rows().get(0).get(ON_HAND);
    }
}
