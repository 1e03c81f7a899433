package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Joined;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.StorageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitQueueTest extends QueueFixture {

    @Test
    void whoIsAloneWaitsForNobody() {
        assertThat(queue.commit(set("a", add("x", 1)))).isInstanceOf(Committed.class);
        assertThat(queue.commit(set("b", add("x", -2)))).isInstanceOf(Refused.class);
        assertThat(queue.commit(set("a", add("x", 1)))).isInstanceOf(Joined.class);
        assertThat(sent).containsExactly(List.of("a"), List.of("b"), List.of("a"));
        assertThat(queue.commits()).isEqualTo(1);
        assertThat(queue.sets()).isEqualTo(2);
    }

    @Test
    void setsThatComeMeanwhileGoTogetherInTheirOrder() {
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> first = commit(set("first", add("x", 1)));
        gate.awaitArrival();
        List<CompletableFuture<CommitResult>> others = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            others.add(commitBehind(i, set("s" + i, add("x", i % 3 == 2 ? -100 : 1))));
        }
        gate.open();
        assertThat(get(first)).isInstanceOf(Committed.class);
        for (int i = 0; i < 9; i++) {
            assertThat(get(others.get(i))).isInstanceOf(i % 3 == 2 ? Refused.class : Committed.class);
        }
        assertThat(sent)
                .containsExactly(
                        List.of("first"),
                        IntStream.range(0, 9).mapToObj(i -> "s" + i).toList());
        assertThat(queue.commits()).isEqualTo(2);
        assertThat(queue.sets()).isEqualTo(7);
        assertThat(count("x")).isEqualTo(7);
    }

    @Test
    void aCommitTakesNoFurtherSetWhenItHasEnoughWrites() {
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> first = commit(set("first"));
        gate.awaitArrival();
        List<CompletableFuture<CommitResult>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "big" + i;
            List<Write.Add> writes = IntStream.range(0, WriteSet.MAX_WRITES)
                    .mapToObj(row -> add(name + row, 1))
                    .toList();
            others.add(commitBehind(i, WriteSet.of(new WriteSetId(name), writes)));
        }
        gate.open();
        others.forEach(other -> assertThat(get(other)).isInstanceOf(Committed.class));
        get(first);
        assertThat(sent).containsExactly(List.of("first"), List.of("big0", "big1"), List.of("big2"));
    }

    @Test
    void aLeaderServesItsOwnCommitAndGoes() {
        Gate firstGate = new Gate();
        Gate secondGate = new Gate();
        storage.next(gate(firstGate), gate(secondGate));
        CompletableFuture<CommitResult> first = commit(set("first"));
        firstGate.awaitArrival();
        CompletableFuture<CommitResult> second = commitBehind(0, set("second"));
        firstGate.open();
        assertThat(get(first)).isInstanceOf(Committed.class);
        secondGate.awaitArrival();
        assertThat(second).isNotDone();
        CompletableFuture<CommitResult> third = commitBehind(0, set("third"));
        secondGate.open();
        assertThat(get(second)).isInstanceOf(Committed.class);
        assertThat(get(third)).isInstanceOf(Committed.class);
    }

    @Test
    void aBrokenSetFailsAlone() {
        Table unknown = Table.named("unknown", ID).build();
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> first = commit(set("first"));
        gate.awaitArrival();
        CompletableFuture<CommitResult> good = commitBehind(0, set("good", add("x", 1)));
        CompletableFuture<CommitResult> broken =
                commitBehind(1, set("broken", Write.insert(unknown.key("a"), v -> {})));
        CompletableFuture<CommitResult> better = commitBehind(2, set("better", add("x", 1)));
        gate.open();
        get(first);
        assertThat(get(good)).isInstanceOf(Committed.class);
        assertThat(get(better)).isInstanceOf(Committed.class);
        assertThatThrownBy(broken::join).hasCauseInstanceOf(StorageException.class);
        assertThat(queue.commit(set("later", add("x", 1)))).isInstanceOf(Committed.class);
        assertThat(count("x")).isEqualTo(3);
    }

    @Test
    void whenACommitOfManyFailsEachIsSentAlone() {
        Gate gate = new Gate();
        storage.next(gate(gate), StorageFault.failure(true));
        CompletableFuture<CommitResult> first = commit(set("first"));
        gate.awaitArrival();
        CompletableFuture<CommitResult> one = commitBehind(0, set("one", add("x", 1)));
        CompletableFuture<CommitResult> two = commitBehind(1, set("two", add("x", 1)));
        gate.open();
        get(first);
        assertThat(get(one)).isInstanceOf(Committed.class);
        assertThat(get(two)).isInstanceOf(Committed.class);
        assertThat(sent).contains(List.of("one"), List.of("two"));
    }

    @Test
    void aFailureOfOneSetIsThatOfItsCaller() {
        storage.next(StorageFault.failure(true));
        assertThatThrownBy(() -> queue.commit(set("a", add("x", 1)))).isInstanceOf(StorageException.class);
        assertThat(queue.commit(set("a", add("x", 1)))).isInstanceOf(Committed.class);
    }

    @Test
    void anErrorInTheLeadersThreadLeavesNobodyBehind() {
        Gate gate = new Gate();
        storage.next(gate(gate), (sets, real) -> {
            throw new StackOverflowError("planted");
        });
        CompletableFuture<CommitResult> first = commit(set("first"));
        gate.awaitArrival();
        CompletableFuture<CommitResult> leader = commitBehind(0, set("leader", add("x", 1)));
        CompletableFuture<CommitResult> follower = commitBehind(1, set("follower", add("x", 1)));
        gate.open();
        get(first);
        assertThat(get(follower)).isInstanceOf(Committed.class);
        assertThatThrownBy(leader::join).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(count("x")).isEqualTo(1);
    }

    @Test
    void theStorageClockLearnsFromReplies() {
        queue.commit(set("a", add("x", 1)));
        storage.down(true);
        assertThat(storageClock.earliest()).isEqualTo(clock.instant());
    }
}
