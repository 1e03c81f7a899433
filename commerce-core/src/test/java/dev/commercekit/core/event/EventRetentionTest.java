package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.table.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRetentionTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Town town = new Town();
    private final List<String> mails = new ArrayList<>();
    private final Relay relay = town.relay(Subscriptions.none()
            .on("log", OrderEvent.class, event -> mails.add("log " + event.id()))
            .on("mail", OrderEvent.class, event -> {
                if (event.order().value().equals("stuck")) {
                    throw new IllegalStateException();
                }
                mails.add(event.id());
            }));

    @Test
    void oldPublishedEventsGoFirstAndTheirInboxRowsAfterThem() {
        town.happen("a", 5);
        Town.drain(relay);
        town.clock.advance(MONTH);
        assertThat(town.retention().prune(MONTH, 3)).isEqualTo(3);
        assertThat(town.inbox()).hasSize(10);
        assertThat(town.retention().prune(MONTH, 3)).isEqualTo(2);
        assertThat(town.inbox()).hasSize(10);
        assertThat(pruneAll()).isEqualTo(10);
        assertThat(town.events()).isEmpty();
        assertThat(town.inbox()).isEmpty();
    }

    @Test
    void youngOnesStay() {
        town.happen("a", 2);
        Town.drain(relay);
        town.clock.advance(MONTH.minusMillis(1));
        assertThat(pruneAll()).isZero();
    }

    @Test
    void whatIsNotPublishedStaysHoweverOldWithWhatItsConsumersHad() {
        town.happen("stuck", 3);
        town.happen("a", 1);
        Town.drain(relay);
        town.clock.advance(MONTH.multipliedBy(2));
        pruneAll();
        assertThat(town.events()).extracting(EventRetentionTest::id).containsExactly("stuck/1", "stuck/2", "stuck/3");
        assertThat(town.inbox()).containsExactly("log stuck/1");
    }

    @Test
    void anOrderGoesOnAfterItsFirstEventsArePruned() {
        town.happen("a", 2);
        Town.drain(relay);
        town.clock.advance(MONTH);
        pruneAll();
        town.happen("a", 3, 4);
        Town.drain(relay);
        assertThat(mails).endsWith("log a/3", "a/3", "log a/4", "a/4");
    }

    private int pruneAll() {
        int sum = 0;
        for (int pruned = town.retention().prune(MONTH, 3);
                pruned > 0;
                pruned = town.retention().prune(MONTH, 3)) {
            sum += pruned;
        }
        return sum;
    }

    private static String id(Row event) {
        return event.get(EventTable.ID);
    }
}
