package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.Write;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommitLanesTest extends QueueFixture {

    private CommitLanes lanes(int atOnce) {
        ForwardingStorage counted = new ForwardingStorage(storage) {
            @Override
            public int commitsAtOnce() {
                return atOnce;
            }
        };
        return new CommitLanes(counted, storageClock, this::pause, Duration.ofSeconds(10), Parking.ofThreads());
    }

    private static Write insert(String id) {
        return Write.insert(counter(id), values -> values.set(COUNT, 1L));
    }

    @Test
    void aSetThatAddsToNoRowDoesNotWaitForOneThatDoes() {
        CommitLanes lanes = lanes(2);
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> adding = commit(lanes, set("adds", add("hot", 1)));
        gate.awaitArrival();

        assertThat(get(commit(lanes, set("inserts", insert("new"))))).isInstanceOf(Committed.class);

        assertThat(adding).isNotDone();
        gate.open();
        assertThat(get(adding)).isInstanceOf(Committed.class);
        assertThat(sent).containsExactly(List.of("adds"), List.of("inserts"));
    }

    @Test
    void setsThatAddGatherBehindTheOneThatIsOnItsWay() {
        CommitLanes lanes = lanes(2);
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> first = commit(lanes, set("first", add("hot", 1)));
        gate.awaitArrival();
        CompletableFuture<CommitResult> second = commit(lanes, set("second", insert("a"), add("hot", 1)));
        CompletableFuture<CommitResult> third = commit(lanes, set("third", add("hot", 1)));
        await(() -> lanes.waiting() == 2);
        gate.open();

        assertThat(List.of(get(first), get(second), get(third))).hasOnlyElementsOfType(Committed.class);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).containsExactlyInAnyOrder("second", "third");
        assertThat(count("hot")).isEqualTo(3);
    }

    @Test
    void allSetsGatherWhereTheStorageHasOneWriter() {
        CommitLanes lanes = lanes(1);
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> adding = commit(lanes, set("adds", add("hot", 1)));
        gate.awaitArrival();
        CompletableFuture<CommitResult> inserting = commit(lanes, set("inserts", insert("new")));
        await(() -> lanes.waiting() == 1);
        gate.open();

        assertThat(List.of(get(adding), get(inserting))).hasOnlyElementsOfType(Committed.class);
        assertThat(sent).containsExactly(List.of("adds"), List.of("inserts"));
    }

    @Test
    void whereCommitsWaitForNothingNoneGathers() {
        CommitLanes lanes = lanes(Integer.MAX_VALUE);
        Gate gate = new Gate();
        storage.next(gate(gate));
        CompletableFuture<CommitResult> first = commit(lanes, set("first", add("hot", 1)));
        gate.awaitArrival();

        assertThat(get(commit(lanes, set("second", add("hot", 1))))).isInstanceOf(Committed.class);

        assertThat(first).isNotDone();
        gate.open();
        assertThat(get(first)).isInstanceOf(Committed.class);
        assertThat(sent).containsExactly(List.of("first"), List.of("second"));
    }
}
