package dev.commercekit.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.testkit.storage.Storages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultyStorageTest {

    private final Storage real = Storages.inMemory();
    private final FaultyStorage storage = new FaultyStorage(real);
    private final WriteSet set = WriteSet.of(new WriteSetId("set"));

    @Test
    void withoutAScriptItOnlyCounts() {
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
        assertThat(storage.calls()).isEqualTo(2);
        assertThat(storage.sets()).isEqualTo(2);
        assertThat(storage.commits()).isEqualTo(1);
    }

    @Test
    void aLostReplyIsOfASetThatWasApplied() {
        storage.next(StorageFault.lostReply());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
    }

    @Test
    void aLostRequestIsOfASetThatWasNot() {
        storage.next(StorageFault.lostRequest());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void aLateRequestArrivesWhenTheTestSaysSo() {
        List<Runnable> arrivals = new ArrayList<>();
        storage.next(StorageFault.lateRequest(arrivals::add));
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(storage.commits()).isZero();
        arrivals.forEach(Runnable::run);
        assertThat(storage.commits()).isEqualTo(1);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
    }

    @Test
    void aDuplicateTellsTheFirstResult() {
        storage.next(StorageFault.duplicate());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
        assertThat(storage.commits()).isEqualTo(1);
    }

    @Test
    void failuresChangeNothingAndCrashesMay() {
        storage.next(
                StorageFault.failure(true),
                StorageFault.crashBefore(new IllegalStateException("before")),
                StorageFault.crashAfter(new IllegalStateException("after")));
        assertThatThrownBy(() -> storage.commit(set)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.commit(set)).hasMessage("before");
        assertThat(storage.commits()).isZero();
        assertThatThrownBy(() -> storage.commit(set)).hasMessage("after");
        assertThat(storage.commits()).isEqualTo(1);
    }

    @Test
    void othersRunBeforeOrAfter() {
        List<String> order = new ArrayList<>();
        storage.next(
                StorageFault.before(() -> order.add("before " + storage.commits())),
                StorageFault.after(() -> order.add("after " + storage.commits())));
        storage.commit(set);
        storage.commit(WriteSet.of(new WriteSetId("other")));
        assertThat(order).containsExactly("before 0", "after 2");
    }

    @Test
    void chanceIsRepeatable() {
        assertThat(faults(7)).isEqualTo(faults(7)).contains(true, false);
    }

    private static List<Boolean> faults(long seed) {
        FaultyStorage random = new FaultyStorage(Storages.inMemory()).randomly(seed, 50, StorageFault.lostRequest());
        return IntStream.range(0, 50)
                .mapToObj(i -> random.commit(WriteSet.of(new WriteSetId("set" + i))) instanceof CommitResult.InDoubt)
                .toList();
    }

    @Test
    void aStorageThatIsDownFailsEveryCall() {
        storage.down(true);
        assertThatThrownBy(storage::now).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.get(List.of())).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.commit(set))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isTrue());
        storage.down(false);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }
}
