package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.Write;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectTest {

    private final Town town = new Town();
    private final FaultyStorage node = new FaultyStorage(town.another());
    private final Subscriptions tally =
            Subscriptions.none().apply("tally", OrderEvent.class, event -> Tally.count(town.storage, event));

    @BeforeEach
    void openTable() {
        town.storage.open(List.of(Tally.TABLE));
    }

    @Test
    void theEffectIsCommittedWithItsRecordAndTheMark() {
        town.happen("a", 3);
        Town.drain(town.relay(node, tally, Runnable::run));
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(3);
        assertThat(town.inbox()).containsExactly("tally a/1", "tally a/2", "tally a/3");
        assertThat(node.commits()).isEqualTo(6);
    }

    @Test
    void aLostReplyNeitherLosesNorRepeatsTheEffect() {
        town.happen("a", 20);
        node.randomly(7, 50, StorageFault.lostReply(), StorageFault.lostRequest(), StorageFault.duplicate());
        Town.drain(town.relay(node, tally, Runnable::run));
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(20);
        assertThat(town.events()).allMatch(event -> EventTable.is(EventState.PUBLISHED, event));
    }

    @Test
    void anEffectThatMeetsAConflictIsAskedAgain() {
        town.happen("a", 2);
        Town.drain(town.relay(tally));
        town.happen("a", 3, 3);
        node.next(
                StorageFault.none(),
                StorageFault.before(() -> town.commit(
                        Write.update(Tally.of(town.storage, "a"), values -> values.set(Tally.APPLIED, 40L)))));
        Town.drain(town.relay(node, tally, Runnable::run));
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(41);
    }

    @Test
    void anEffectThatIsNeverAcceptedFails() {
        var impossible = Subscriptions.none()
                .apply(
                        "impossible",
                        OrderEvent.class,
                        event -> List.of(Write.add(Tally.TABLE.key("nowhere"), Tally.APPLIED, 1)));
        town.happen("a", 1);
        Town.drain(town.relay(impossible));
        assertThat(town.event("a/1").get(EventTable.ERROR)).contains("ABSENT");
        assertThat(town.inbox()).isEmpty();
    }

    @Test
    void anEffectThatBreaksTheRulesOfStorageFails() {
        var greedy = Subscriptions.none()
                .apply("greedy", OrderEvent.class, event -> List.of(Inbox.record("greedy", event.id())));
        town.happen("a", 1);
        Town.drain(town.relay(greedy));
        assertThat(town.event("a/1").get(EventTable.ERROR)).startsWith("greedy: ");
    }

    @Test
    void whoLostTheClaimChangesNothing() {
        town.happen("a", 2);
        var late = new AtomicBoolean(true);
        List<String> asked = new ArrayList<>();
        var other = town.relay(tally);
        var slow = Subscriptions.none().apply("tally", OrderEvent.class, event -> {
            asked.add(event.id());
            List<Write> writes = Tally.count(town.storage, event);
            if (late.getAndSet(false)) {
                town.clock.advance(Town.LEASE);
                Town.drain(other);
                town.forget();
            }
            return writes;
        });
        Town.drain(town.relay(slow));
        assertThat(asked).containsExactly("a/1");
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(2);
    }

    @Test
    void anEffectWhoseRecordIsThereIsNotAppliedAgain() {
        town.happen("a", 1);
        node.next(StorageFault.none(), StorageFault.before(() -> town.commit(Inbox.record("tally", "a/1"))));
        Town.drain(town.relay(node, tally, Runnable::run));
        assertThat(town.storage.get(List.of(Tally.TABLE.key("a"))).rows()).isEmpty();
        assertThat(EventTable.is(EventState.PUBLISHED, town.event("a/1"))).isTrue();
    }

    @Test
    void handlersAndEffectsOfOneEventShareItsFate() {
        List<String> mails = new ArrayList<>();
        var failing = new AtomicBoolean(true);
        var all = tally.on("mail", OrderEvent.class, event -> {
            if (failing.get()) {
                throw new IllegalStateException();
            }
            mails.add(event.id());
        });
        town.happen("a", 2);
        Town.drain(town.relay(all));
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(1);
        failing.set(false);
        town.clock.advance(Town.LEASE);
        Town.drain(town.relay(all));
        assertThat(Tally.of(town.storage, "a").get(Tally.APPLIED)).isEqualTo(2);
        assertThat(mails).containsExactly("a/1", "a/2");
    }
}
