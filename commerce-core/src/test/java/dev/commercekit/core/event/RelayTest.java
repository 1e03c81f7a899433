package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final Town town = new Town();
    private final List<String> mails = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();

    private final Subscriptions mail = Subscriptions.none().on("mail", OrderEvent.class, event -> {
        mails.add(event.id());
        if (failing.contains(event.id())) {
            throw new IllegalStateException("no mail today");
        }
    });

    @Test
    void eventsOfAnOrderComeInTheirOrder() {
        town.happen("a", 12);
        assertThat(Town.drain(town.relay(mail))).isEqualTo(12);
        assertThat(mails)
                .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(n -> "a/" + n).toList());
        assertThat(town.events()).allMatch(event -> EventTable.is(EventState.PUBLISHED, event));
        assertThat(Town.drain(town.relay(mail))).isZero();
    }

    @Test
    void aHandlerGetsWhatItSubscribedTo() {
        List<String> confirmed = new ArrayList<>();
        town.happen("a", 3);
        Town.drain(town.relay(mail.on("ship", OrderEvent.OrderConfirmed.class, event -> confirmed.add(event.id()))));
        assertThat(confirmed).containsExactly("a/2");
        assertThat(mails).containsExactly("a/1", "a/2", "a/3");
        assertThat(town.inbox()).containsExactly("mail a/1", "mail a/2", "mail a/3", "ship a/2");
    }

    @Test
    void whatNobodyWantsIsPublishedAtOnce() {
        town.happen("a", 5);
        town.happen("b", 5);
        var node = new FaultyStorage(town.storage);
        assertThat(town.relay(node, Subscriptions.none(), Runnable::run).publishDue(10))
                .isEqualTo(10);
        assertThat(node.commits()).isOne();
        assertThat(town.events()).allMatch(event -> EventTable.is(EventState.PUBLISHED, event));
    }

    @Test
    void oneEventWithOneConsumerCostsTwoCommits() {
        town.happen("a", 1);
        var node = new FaultyStorage(town.storage);
        town.relay(node, mail, Runnable::run).publishDue(10);
        assertThat(node.commits()).isEqualTo(2);
    }

    @Test
    void aFailureHoldsUpItsOrderOnly() {
        failing.add("a/2");
        town.happen("a", 3);
        town.happen("b", 3);
        Town.drain(town.relay(mail));
        assertThat(mails).containsExactlyInAnyOrder("a/1", "a/2", "b/1", "b/2", "b/3");
        assertThat(town.event("a/2").get(EventTable.ERROR))
                .isEqualTo("mail: java.lang.IllegalStateException: no mail today");
        failing.clear();
        town.clock.advance(Duration.ofSeconds(1));
        Town.drain(town.relay(mail));
        assertThat(mails).endsWith("a/2", "a/3").hasSize(7);
        assertThat(town.event("a/2").find(EventTable.ERROR)).isEmpty();
    }

    @Test
    void eachFailureWaitsLongerByTheTimeOfTheStorage() {
        failing.add("a/1");
        town.happen("a", 1);
        Town.drain(town.relay(mail));
        town.clock.advance(Duration.ofMillis(999));
        assertThat(Town.drain(town.relay(mail))).isZero();
        town.clock.advance(Duration.ofMillis(1));
        Town.drain(town.relay(mail));
        assertThat(mails).hasSize(2);
        town.clock.advance(Duration.ofMillis(1_999));
        assertThat(Town.drain(town.relay(mail))).isZero();
        town.clock.advance(Duration.ofMillis(1));
        Town.drain(town.relay(mail));
        assertThat(mails).hasSize(3);
    }

    @Test
    void aConsumerThatHadAnEventDoesNotGetItAgainBecauseAnotherFailed() {
        List<String> shipped = new ArrayList<>();
        failing.add("a/1");
        town.happen("a", 1);
        var both = mail.on("ship", OrderEvent.class, event -> shipped.add(event.id()));
        Town.drain(town.relay(both));
        assertThat(shipped).containsExactly("a/1");
        failing.clear();
        town.clock.advance(Duration.ofSeconds(1));
        Town.drain(town.relay(both));
        assertThat(mails).containsExactly("a/1", "a/1");
        assertThat(shipped).containsExactly("a/1");
        assertThat(EventTable.is(EventState.PUBLISHED, town.event("a/1"))).isTrue();
    }

    @Test
    void whatWaitsBehindAFailureKeepsNobodyWaiting() {
        failing.add("a/1");
        town.happen("a", 3_000);
        town.happen("b", 1);
        var relay = town.relay(mail);
        Town.drain(relay);
        assertThat(mails).containsExactlyInAnyOrder("a/1", "b/1");
        assertThat(relay.publishDue(10)).isZero();
        failing.clear();
        town.clock.advance(Duration.ofSeconds(1));
        relay.publishDue(10);
        relay.publishDue(10);
        assertThat(mails).endsWith("a/1", "a/2");
    }

    @Test
    void anEventThatCannotBeReadWaitsLikeOneThatCannotBeHandled() {
        town.happen("a", 1);
        town.commit(Write.update(town.event("a/1"), values -> values.set(EventTable.BODY, "from-the-future a 1")));
        Town.drain(town.relay(mail));
        assertThat(mails).isEmpty();
        assertThat(town.event("a/1").get(EventTable.ERROR)).contains("cannot read from-the-future");
    }

    @Test
    void aStorageThatFailsStopsTheRound() {
        IntStream.range(0, 5).forEach(n -> town.happen("order-" + n, 1));
        var node = new FaultyStorage(town.storage).next(StorageFault.none(), StorageFault.failure(true));
        var relay = town.relay(node, mail, Runnable::run);
        assertThatThrownBy(() -> relay.publishDue(10)).isInstanceOf(StorageException.class);
        assertThat(mails).hasSize(1);
        town.clock.advance(Town.LEASE);
        Town.drain(relay);
        assertThat(new HashSet<>(mails)).hasSize(5);
        assertThat(mails).hasSize(6);
    }

    @Test
    void whatASlowHandlerLeavesNoTimeForIsGivenBackUncounted() {
        town.happen("a", 1);
        town.happen("b", 1);
        var slow = Subscriptions.none().on("slow", OrderEvent.class, event -> {
            mails.add(event.id());
            town.clock.advance(Town.LEASE);
        });
        town.relay(slow).publishDue(10);
        assertThat(mails).containsExactly("a/1");
        assertThat(town.event("b/1").get(EventTable.ATTEMPTS)).isZero();
        assertThat(town.event("a/1").get(EventTable.STATE)).isEqualTo("PUBLISHED");
    }

    @Test
    void whoIsInterruptedGivesBackWhatHeHasNotHandedOver() {
        town.happen("a", 1);
        town.happen("b", 1);
        var closing = Subscriptions.none().on("mail", OrderEvent.class, event -> {
            mails.add(event.id());
            Thread.currentThread().interrupt();
        });
        town.relay(closing).publishDue(10);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(mails).containsExactly("a/1");
        assertThat(town.event("b/1").get(EventTable.ATTEMPTS)).isZero();
        Town.drain(town.relay(mail));
        assertThat(mails).containsExactly("a/1", "b/1");
    }

    @Test
    void ordersAreHandedOverInParallelButEachInOrder() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            var meeting = new CyclicBarrier(2);
            var seen = new ConcurrentLinkedQueue<String>();
            var together = Subscriptions.none().on("mail", OrderEvent.class, event -> {
                meeting.await(10, TimeUnit.SECONDS);
                seen.add(event.id());
            });
            town.happen("a", 3);
            town.happen("b", 3);
            Town.drain(town.relay(new FaultyStorage(town.storage), together, pool));
            assertThat(seen).containsSubsequence("a/1", "a/2", "a/3").containsSubsequence("b/1", "b/2", "b/3");
            assertThat(seen).hasSize(6);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theTimelineIsInOrder() {
        town.happen("a", 1_500);
        town.happen("b", 1);
        assertThat(town.table.timeline(town.storage, Incidents.incident("a", 1).order()))
                .extracting(event -> event.header().sequence())
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 1_500)
                        .boxed()
                        .toList());
    }
}
