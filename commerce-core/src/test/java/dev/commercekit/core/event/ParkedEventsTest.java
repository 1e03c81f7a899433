package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedEventsTest {

    private final Town town = new Town();
    private final ParkedEvents parked = town.parked();
    private final AtomicBoolean failing = new AtomicBoolean(true);
    private final List<String> mails = new ArrayList<>();
    private final Relay relay = town.relay(Subscriptions.none()
            .on("log", OrderEvent.class, event -> mails.add("log " + event.id()))
            .on("mail", OrderEvent.class, event -> {
                if (failing.get() && event.id().equals("a/2")) {
                    throw new IllegalStateException("no \u0000 mail".repeat(200));
                }
                mails.add(event.id());
            }));

    @BeforeEach
    void failUntilParked() {
        town.happen("a", 4);
        town.happen("b", 2);
        for (int i = 0; i < Town.POLICY.attempts(); i++) {
            Town.drain(relay);
            town.clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void anEventIsParkedAfterItsLastAttemptAndItsOrderWaits() {
        assertThat(parked.list(10)).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("a/2");
            assertThat(event.order()).isEqualTo(OrderId.of("a"));
            assertThat(event.type()).isEqualTo("order-confirmed");
            assertThat(event.attempts()).isEqualTo(3);
            assertThat(event.error())
                    .startsWith("mail: java.lang.IllegalStateException: no   mail")
                    .hasSize(500);
        });
        failing.set(false);
        town.clock.advance(Duration.ofDays(1));
        Town.drain(relay);
        assertThat(mails).contains("b/2").doesNotContain("a/2", "a/3");
        assertThat(relay.publishDue(10)).isZero();
    }

    @Test
    void aRetryLetsTheWholeOrderGoOnAtOnce() {
        failing.set(false);
        Town.drain(relay);
        assertThat(parked.retry("a/2", List.of())).isTrue();
        Town.drain(relay);
        assertThat(mails).endsWith("a/2", "log a/3", "a/3", "log a/4", "a/4").containsOnlyOnce("log a/2");
        assertThat(parked.list(10)).isEmpty();
    }

    @Test
    void aRetryThatFailsHasAllAttemptsAgain() {
        assertThat(parked.retry("a/2", List.of())).isTrue();
        Town.drain(relay);
        assertThat(parked.list(10)).isEmpty();
        assertThat(town.event("a/2").get(EventTable.ATTEMPTS)).isOne();
    }

    @Test
    void onlyParkedEventsAreRetried() {
        assertThat(parked.retry("a/1", List.of())).isFalse();
        assertThat(parked.retry("a/3", List.of())).isFalse();
        assertThat(parked.retry("nothing/1", List.of())).isFalse();
    }
}
