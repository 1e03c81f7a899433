package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.testkit.fault.FaultyStorage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash is an error that comes out of a call; afterwards only what was committed is there. */
class RelayCrashTest {

    private final Town town = new Town();
    private final List<String> mails = new ArrayList<>();
    private final List<String> ships = new ArrayList<>();

    private final Subscriptions both = Subscriptions.none()
            .on("mail", OrderEvent.class, event -> mails.add(event.id()))
            .on("ship", OrderEvent.class, event -> ships.add(event.id()));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCrashAtAnyCommitRepeatsAtMostOneCallAndKeepsTheOrder(boolean applied) {
        int commits = 9;
        for (int crash = 0; crash < commits; crash++) {
            var shop = new RelayCrashTest();
            shop.town.happen("a", 3);
            shop.crashAt(crash, applied);
            shop.town.clock.advance(Town.LEASE);
            Town.drain(shop.town.relay(shop.both));
            assertThat(onceEach(shop.mails)).as("mails after crash %s", crash).containsExactly("a/1", "a/2", "a/3");
            assertThat(onceEach(shop.ships)).as("ships after crash %s", crash).containsExactly("a/1", "a/2", "a/3");
            assertThat(shop.mails.size() + shop.ships.size()).isLessThanOrEqualTo(7);
            assertThat(shop.town.events()).allMatch(event -> EventTable.is(EventState.PUBLISHED, event));
        }
    }

    @Test
    void anEventThatKillsItsProcessIsParkedAndItsNeighboursAreNot() {
        IntStream.range(0, 5).forEach(n -> town.happen("order-" + n, 1));
        town.happen("poison", 1);
        var killed = both.on("poison", OrderEvent.class, event -> {
            if (event.order().value().equals("poison")) {
                throw new Crash();
            }
        });
        for (int life = 0; life < Town.POLICY.attempts(); life++) {
            assertThatThrownBy(() -> Town.drain(town.relay(killed))).isInstanceOf(Crash.class);
            town.clock.advance(Town.LEASE);
        }
        Town.drain(town.relay(killed));
        assertThat(town.parked().list(10)).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("poison/1");
            assertThat(event.error()).contains("never came back");
        });
        assertThat(onceEach(ships)).hasSize(6);
        assertThat(town.events())
                .filteredOn(event -> !EventTable.is(EventState.PARKED, event))
                .allMatch(event -> EventTable.is(EventState.PUBLISHED, event));
    }

    @Test
    void anEventThatWasTakenAndLeftIsFoundBehindAllThatWaitForIt() {
        town.happen("a", 250);
        crashAt(1, false);
        town.clock.advance(Town.LEASE);
        Town.drain(town.relay(both));
        assertThat(onceEach(ships)).hasSize(250).startsWith("a/1").endsWith("a/250");
    }

    private void crashAt(int commit, boolean applied) {
        var node = new FaultyStorage(town.another());
        for (int i = 0; i < commit; i++) {
            node.next((sets, storage) -> storage.commitAll(sets));
        }
        node.next((sets, storage) -> {
            if (applied) {
                storage.commitAll(sets);
            }
            throw new Crash();
        });
        assertThatThrownBy(() -> Town.drain(town.relay(node, both, Runnable::run)))
                .isInstanceOf(Crash.class);
    }

    private static Set<String> onceEach(List<String> ids) {
        return new LinkedHashSet<>(ids);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
