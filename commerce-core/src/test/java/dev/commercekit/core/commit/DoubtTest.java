package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Abandoned;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Joined;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of a set whose reply was lost. */
class DoubtTest extends QueueFixture {

    private final WriteSet set = set("set", add("x", 1));
    private final List<Runnable> arrivals = new ArrayList<>();

    @Test
    void aSetWhoseReplyWasLostIsJoined() {
        storage.next(StorageFault.lostReply());
        assertThat(queue.commit(set)).isInstanceOf(Joined.class);
        assertThat(count("x")).isEqualTo(1);
        assertThat(queue.sets()).isEqualTo(1);
    }

    @Test
    void aSetWhoseRequestWasLostIsCommitted() {
        storage.next(StorageFault.lostRequest(), StorageFault.lostRequest());
        assertThat(queue.commit(set)).isInstanceOf(Committed.class);
        assertThat(count("x")).isEqualTo(1);
    }

    @Test
    void aSetWhoseRequestIsLateIsAppliedOnce() {
        storage.next(StorageFault.lateRequest(arrivals::add));
        assertThat(queue.commit(set)).isInstanceOf(Committed.class);
        arrivals.forEach(Runnable::run);
        assertThat(count("x")).isEqualTo(1);
    }

    @Test
    void aWholeBatchInDoubtIsSettledForEach() {
        Gate gate = new Gate();
        storage.next(gate(gate), recording(StorageFault.lostReply()));
        CompletableFuture<CommitResult> first = commit(set("first"));
        gate.awaitArrival();
        CompletableFuture<CommitResult> one = commitBehind(0, set("one", add("x", 1)));
        CompletableFuture<CommitResult> two = commitBehind(1, set("two", add("x", 1)));
        gate.open();
        get(first);
        assertThat(get(one)).isInstanceOf(Joined.class);
        assertThat(get(two)).isInstanceOf(Joined.class);
        assertThat(count("x")).isEqualTo(2);
    }

    @Test
    void aSetThatIsRefusedAfterDoubtCanNeverApply() {
        WriteSet take = set("take", add("x", -1));
        storage.next(StorageFault.lateRequest(arrivals::add));
        assertThat(queue.commit(take)).isInstanceOf(Refused.class);
        queue.commit(set("restock", add("x", 5)));
        arrivals.forEach(Runnable::run);
        assertThat(count("x")).isEqualTo(5);
        assertThat(queue.commit(take)).isInstanceOf(Abandoned.class);
    }

    @Test
    void aSetThatArrivesLateAfterItsRefusalIsJoined() {
        WriteSet take = set("take", add("x", -1));
        storage.next(StorageFault.lateRequest(arrivals::add), StorageFault.none(), StorageFault.before(() -> {
            storage.commit(set("restock", add("x", 5)));
            arrivals.forEach(Runnable::run);
        }));
        assertThat(queue.commit(take)).isInstanceOf(Joined.class);
        assertThat(count("x")).isEqualTo(4);
    }

    @Test
    void aTombstoneWhoseReplyIsLostStillMeansRefused() {
        storage.next(StorageFault.lostRequest(), StorageFault.none(), StorageFault.lostReply());
        assertThat(queue.commit(set("take", add("x", -1)))).isInstanceOf(Refused.class);
    }

    @Test
    void aRefusalWithoutDoubtLeavesTheIdFree() {
        WriteSet take = set("take", add("x", -1));
        assertThat(queue.commit(take)).isInstanceOf(Refused.class);
        queue.commit(set("restock", add("x", 5)));
        assertThat(queue.commit(take)).isInstanceOf(Committed.class);
    }

    @Test
    void aSetThatAnotherGaveUpIsAbandoned() {
        storage.next(StorageFault.before(() -> storage.commit(set("other", Witness.tombstone(set.id())))));
        storage.next(StorageFault.none(), StorageFault.none());
        assertThat(queue.commit(set)).isInstanceOf(Abandoned.class);
    }

    @Test
    void patienceEndsWithTheTruth() {
        storage.otherwise(StorageFault.lostReply());
        assertThatThrownBy(() -> queue.commit(set))
                .isInstanceOfSatisfying(
                        InDoubtException.class,
                        doubt -> assertThat(doubt.writeSet()).isEqualTo(set.id()));
        assertThat(pauses).isSorted().allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        storage.otherwise(StorageFault.none());
        assertThat(queue.commit(set)).isInstanceOf(Joined.class);
    }

    @Test
    void aFailureWhileInDoubtProvesNothing() {
        storage.next(StorageFault.lostReply(), StorageFault.failure(true), StorageFault.failure(true));
        assertThat(queue.commit(set)).isInstanceOf(Joined.class);
    }

    @Test
    void aLastingFailureWhileInDoubtIsDoubt() {
        storage.next(StorageFault.lostReply(), StorageFault.failure(false));
        assertThatThrownBy(() -> queue.commit(set)).isInstanceOf(InDoubtException.class);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void anUnknownExceptionOfAStorageIsDoubt() {
        storage.next(StorageFault.crashAfter(new IllegalStateException("a bug")));
        assertThat(queue.commit(set)).isInstanceOf(Joined.class);
        storage.next(StorageFault.crashBefore(new IllegalStateException("a bug")));
        assertThat(queue.commit(set("other", add("x", 1)))).isInstanceOf(Committed.class);
    }

    @Test
    void anInterruptInDoubtIsAnsweredWithDoubtAndKept() {
        storage.next(StorageFault.after(() -> Thread.currentThread().interrupt()));
        storage.otherwise(StorageFault.lostReply());
        assertThat(queue.commit(set("fine"))).isInstanceOf(Committed.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThatThrownBy(() -> queue.commit(set)).isInstanceOf(InDoubtException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
