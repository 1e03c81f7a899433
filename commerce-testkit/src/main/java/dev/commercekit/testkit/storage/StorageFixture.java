package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** The storage under test, opened, and short forms of what the tests do with it. */
abstract class StorageFixture {

    static final List<Table> TABLES = List.of(ContractTables.STOCK, ContractTables.THING, ContractTables.COUNTER);

    Storage storage;
    Storage second;
    private String test = "";
    private int ids;

    /** Only for subclasses in this package. */
    StorageFixture() {}

    abstract Storage first();

    abstract Storage secondOf(Storage first);

    @BeforeEach
    void open(TestInfo info) {
        test = info.getTestMethod().orElseThrow().getName();
        storage = first();
        storage.open(TABLES);
        second = secondOf(storage);
        if (second != storage) {
            second.open(TABLES);
        }
    }

    @AfterEach
    void close() {
        second.close();
        storage.close();
    }

    WriteSetId newId() {
        return new WriteSetId(test + "-" + ids++);
    }

    WriteSet set(Write... writes) {
        return WriteSet.of(newId(), writes);
    }

    CommitResult commit(Write... writes) {
        return storage.commit(set(writes));
    }

    /** Commits what must succeed. */
    Committed applied(Write... writes) {
        return applied(set(writes), 0);
    }

    Committed applied(WriteSet set, int branch) {
        CommitResult result = storage.commit(set);
        assertThat(result).isInstanceOf(Committed.class);
        assertThat(((Committed) result).branch()).isEqualTo(branch);
        return (Committed) result;
    }

    /** Commits what must be refused for exactly these reasons. */
    Refused refused(WriteSet set, Refusal... refusals) {
        CommitResult result = storage.commit(set);
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).refusals()).containsExactly(refusals);
        return (Refused) result;
    }

    /** Commits one write that must be refused. */
    void refused(Write write, Refusal.Reason reason) {
        refused(set(write), new Refusal(0, reason));
    }

    Optional<Row> find(RowKey key) {
        return storage.get(List.of(key)).find(key);
    }

    Row row(RowKey key) {
        return find(key).orElseThrow(() -> new AssertionError("there is no row " + key));
    }

    long onHand(String sku) {
        return row(stock(sku)).get(ON_HAND);
    }

    static Write newStock(String sku, long onHand) {
        return Write.insert(stock(sku), values -> values.set(ON_HAND, onHand).set(RESERVED, 0L));
    }

    static Write.Add take(String sku, long units) {
        return Write.add(stock(sku), ON_HAND, -units).withFloor(0);
    }

    static Write newThing(String id, String name, long size) {
        return Write.insert(thing(id), values -> values.set(NAME, name).set(SIZE, size));
    }

    static Write newCounter(long a, long count) {
        return Write.insert(counter(a, "b", 1), values -> values.set(COUNT, count));
    }

    /** Inserts a row and returns it. */
    Row inserted(Write insert) {
        applied(insert);
        return row(insert.key());
    }
}
