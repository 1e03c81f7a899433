package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.StorageFixture.TABLES;
import static dev.commercekit.testkit.storage.StorageFixture.newStock;
import static dev.commercekit.testkit.storage.StorageFixture.newThing;
import static dev.commercekit.testkit.storage.StorageFixture.take;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.THING;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.storage.transaction.TransactionConflictException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link JoinableStorage} must do in a transaction of its caller, beyond what {@link StorageContract} says. A new
 * storage stands for each test and is closed after it; the adapter closes what {@link #begin} opened.
 *
 * @param <T> the type of transactions
 */
public abstract class JoinableStorageContract<T> {

    private static final Table UNKNOWN = Table.named("never_opened", Column.text("id"))
            .columns(Column.number("size"))
            .build();

    private JoinableStorage<T> storage;
    private T transaction;
    private Storage joined;
    private int ids;

    /** Creates the contract; the test framework does. */
    protected JoinableStorageContract() {}

    /** Returns a storage without data that is not opened yet. */
    protected abstract JoinableStorage<T> createStorage();

    /** Begins a transaction, beside those that are under way. */
    protected abstract T begin();

    /** Commits a transaction. */
    protected abstract void commit(T transaction);

    /** Rolls a transaction back. */
    protected abstract void rollBack(T transaction);

    @BeforeEach
    final void open() {
        storage = createStorage();
        storage.open(TABLES);
        assertThat(storage.commit(set(newStock("a", 5))).applied()).isTrue();
        transaction = begin();
        joined = storage.join(transaction);
    }

    @AfterEach
    final void close() {
        storage.close();
    }

    private WriteSet set(Write... writes) {
        return WriteSet.of(new WriteSetId("joined-" + ids++), writes);
    }

    private static boolean exists(Storage where, RowKey key) {
        return where.get(List.of(key)).find(key).isPresent();
    }

    private static long onHand(Storage where) {
        return where.get(List.of(stock("a"))).rows().get(0).get(ON_HAND);
    }

    @Test
    void theTypeOfTransactionsIsToldRightly() {
        assertThat(transaction).isInstanceOf(storage.transactionType());
        rollBack(transaction);
    }

    @Test
    void othersSeeItOnceTheTransactionIsCommitted() {
        WriteSet set = set(take("a", 2), newThing("lamp", "Lamp", 1));
        assertThat(joined.commit(set)).isInstanceOf(Committed.class);
        assertThat(onHand(joined)).isEqualTo(3);
        assertThat(joined.scan(Scan.of(THING)).rows()).hasSize(1);
        assertThat(onHand(storage)).isEqualTo(5);
        assertThat(exists(storage, thing("lamp"))).isFalse();
        assertThat(exists(storage, Witness.of(set.id()))).isFalse();
        commit(transaction);
        assertThat(onHand(storage)).isEqualTo(3);
        assertThat(exists(storage, thing("lamp"))).isTrue();
    }

    @Test
    void nothingIsLeftOfATransactionThatIsRolledBack() {
        WriteSet set = set(take("a", 2), newThing("lamp", "Lamp", 1));
        assertThat(joined.commit(set)).isInstanceOf(Committed.class);
        rollBack(transaction);
        assertThat(onHand(storage)).isEqualTo(5);
        assertThat(exists(storage, thing("lamp"))).isFalse();
        assertThat(storage.commit(set)).isInstanceOf(Committed.class);
    }

    @Test
    void aSetThatIsSentAgainIsJoined() {
        WriteSet set = set(take("a", 2));
        Committed committed = (Committed) joined.commit(set);
        CommitResult.Joined again = new CommitResult.Joined(0, committed.at());
        assertThat(joined.commit(set)).isEqualTo(again);
        commit(transaction);
        assertThat(storage.commit(set)).isEqualTo(again);
        assertThat(onHand(storage)).isEqualTo(3);
    }

    @Test
    void aSetThatWasGivenUpIsAbandoned() {
        rollBack(transaction);
        WriteSet set = set(newThing("lamp", "Lamp", 1));
        assertThat(storage.commit(set(Witness.tombstone(set.id()))).applied()).isTrue();
        T next = begin();
        assertThat(storage.join(next).commit(set)).isInstanceOf(CommitResult.Abandoned.class);
        rollBack(next);
    }

    @Test
    void aRefusedSetLeavesTheTransactionAsItWas() {
        assertThat(joined.commit(set(newThing("lamp", "Lamp", 1)))).isInstanceOf(Committed.class);
        Refused refused = (Refused) joined.commit(set(newThing("chair", "Chair", 1), take("a", 6)));
        assertThat(refused.refusals()).containsExactly(new Refusal(1, Refusal.Reason.BOUND));
        assertThat(((Refused) joined.commit(set(newThing("lamp", "Lamp", 2)))).refusals())
                .containsExactly(new Refusal(0, Refusal.Reason.EXISTS));
        assertThat(joined.commit(set(take("a", 5)))).isInstanceOf(Committed.class);
        commit(transaction);
        assertThat(exists(storage, thing("lamp"))).isTrue();
        assertThat(exists(storage, thing("chair"))).isFalse();
        assertThat(onHand(storage)).isZero();
    }

    @Test
    void anAlternativeIsTaken() {
        Write take = take("a", 6);
        WriteSet set = set(take).orElse(List.of(take), List.of(newThing("lamp", "sold out", 1)));
        assertThat(((Committed) joined.commit(set)).branch()).isEqualTo(1);
        commit(transaction);
        assertThat(onHand(storage)).isEqualTo(5);
        assertThat(storage.get(List.of(thing("lamp"))).rows().get(0).get(NAME)).isEqualTo("sold out");
    }

    @Test
    void aListIsAppliedInItsOrder() {
        List<CommitResult> results = joined.commitAll(List.of(
                set(take("a", 4)),
                set(take("a", 2)),
                set(Write.add(stock("a"), ON_HAND, 3)),
                set(take("a", 4), newThing("lamp", "Lamp", 1))));
        assertThat(results).extracting(CommitResult::applied).containsExactly(true, false, true, true);
        commit(transaction);
        assertThat(onHand(storage)).isZero();
        assertThat(exists(storage, thing("lamp"))).isTrue();
        assertThat(storage.get(List.of(stock("a"))).rows().get(0).version()).isEqualTo(4);
    }

    @Test
    void aSetThatBreaksTheContractLeavesTheTransactionUsable() {
        assertThat(joined.commit(set(newThing("lamp", "Lamp", 1)))).isInstanceOf(Committed.class);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> joined.commit(set(Write.insert(UNKNOWN.key("x"), values -> {}))));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> joined.get(List.of(UNKNOWN.key("x"))));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> joined.open(List.of(UNKNOWN)));
        assertThat(joined.commit(set(take("a", 1)))).isInstanceOf(Committed.class);
        commit(transaction);
        assertThat(exists(storage, thing("lamp"))).isTrue();
        assertThat(onHand(storage)).isEqualTo(4);
    }

    /** Whichever of both finds the other in its way, the transaction of the other is as it was. */
    @Test
    void whoIsInTheWayOfAnotherTransactionIsAConflict() {
        assertThat(joined.commit(set(take("a", 2)))).isInstanceOf(Committed.class);
        T other = begin();
        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(() -> storage.join(other).commit(set(take("a", 1))))
                .matches(TransactionConflictException::retryable);
        assertThat(joined.commit(set(take("a", 1)))).isInstanceOf(Committed.class);
        commit(transaction);
        Storage again = storage.join(other);
        assertThat(onHand(again)).isEqualTo(2);
        assertThat(again.commit(set(take("a", 1)))).isInstanceOf(Committed.class);
        commit(other);
        assertThat(onHand(storage)).isEqualTo(1);
    }

    @Test
    void timeDoesNotStandStill() {
        var before = joined.now();
        var reading = joined.get(List.of(stock("a"))).at();
        CommitResult result = joined.commit(set(take("a", 1)));
        assertThat(reading).isAfterOrEqualTo(before);
        assertThat(((Committed) result).at()).isAfterOrEqualTo(reading);
        rollBack(transaction);
    }

    @Test
    void closingTheViewEndsNothingElse() {
        assertThat(joined.commit(set(take("a", 2)))).isInstanceOf(Committed.class);
        joined.close();
        joined.close();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> onHand(joined));
        commit(transaction);
        assertThat(onHand(storage)).isEqualTo(3);
    }
}
