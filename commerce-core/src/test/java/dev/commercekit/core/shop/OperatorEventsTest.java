package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.PageRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.AuditEntry.Action;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.ParkedEvent;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.testkit.Contention;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do about events that could not be handed over. */
class OperatorEventsTest {

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final TestShop shop = new TestShop(storage -> storage, this::mailing);
    private final Operator operator = shop.commerce.operator();
    private volatile boolean failing = true;
    private OrderId order = OrderId.of("none yet");

    @BeforeEach
    void parkTheConfirmation() {
        shop.receive(HOLDER, 10);
        order = shop.order("k", HOLDER, 6, SandboxCards.approved());
        shop.commerce.orders().ship(ShipRequest.all(TestShop.key("s"), order));
        for (int i = 0; i < 40 && operator.parkedEvents(10).isEmpty(); i++) {
            shop.clock.advance(Duration.ofHours(1));
            drain();
        }
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().settled()).isEmpty();
        shop.close();
    }

    @Test
    void showsAParkedEvent() {
        shop.clock.advance(Duration.ofHours(1));

        ParkedEvent event = only();

        assertThat(event.id()).isEqualTo(order + "/2");
        assertThat(event.order()).isEqualTo(order);
        assertThat(event.type()).isEqualTo("order-confirmed");
        assertThat(event.error()).contains("mail").contains("no mail");
        assertThat(event.attempts()).isPositive();
        assertThat(event.age())
                .isEqualTo(Duration.between(event.at(), shop.clock.instant()))
                .isGreaterThan(Duration.ofHours(1));
        assertThat(mails).containsExactly("OrderPlaced");
    }

    @Test
    void handsAParkedEventOverAgainAndThenThoseBehindIt() {
        failing = false;

        assertThat(operator.retryEvent(only().id(), "mail is back")).isTrue();
        drain();

        assertThat(mails).containsExactly("OrderPlaced", "OrderConfirmed", "GoodsShipped");
        assertThat(operator.parkedEvents(10)).isEmpty();
        assertThat(operator.retryEvent(order + "/2", "once more")).isFalse();
        assertThat(operator.abandonEvent(order + "/2", "once more")).isFalse();
        assertThat(audit()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.RETRY_EVENT);
            assertThat(entry.subject()).isEqualTo(order + "/2");
            assertThat(entry.note()).isEqualTo("mail is back");
        });
    }

    @Test
    void putsAParkedEventOutOfTheWayAndHandsOverThoseBehindIt() {
        assertThat(operator.abandonEvent(only().id(), "mailed by hand")).isTrue();
        drain();

        assertThat(mails).containsExactly("OrderPlaced", "GoodsShipped");
        assertThat(operator.parkedEvents(10)).isEmpty();
        assertThat(shop.commerce.orders().timeline(order)).hasSize(3);
        assertThat(operator.retryEvent(order + "/2", "after all")).isFalse();
        assertThat(audit()).extracting(AuditEntry::action).containsExactly(Action.ABANDON_EVENT);
    }

    @Test
    void ofManyWhoDecideOneIsRecorded() {
        ParkedEvent event = only();
        failing = false;
        AtomicInteger done = new AtomicInteger();
        try (Commerce second = shop.another(this::mailing)) {
            Contention.run(6, number -> {
                Operator either = number % 2 == 0 ? operator : second.operator();
                boolean did = number < 4
                        ? either.retryEvent(event.id(), "retry")
                        : either.abandonEvent(event.id(), "abandon");
                done.addAndGet(did ? 1 : 0);
            });
        }
        drain();

        assertThat(done).hasValue(1);
        assertThat(audit()).hasSize(1);
        assertThat(mails).startsWith("OrderPlaced").endsWith("GoodsShipped");
        assertThat(mails.contains("OrderConfirmed")).isEqualTo(audit().get(0).action() == Action.RETRY_EVENT);
    }

    private CommerceBuilder mailing(CommerceBuilder builder) {
        return builder.on("mail", OrderEvent.class, event -> {
            if (failing && event instanceof OrderEvent.OrderConfirmed) {
                throw new IllegalStateException("no mail");
            }
            mails.add(event.getClass().getSimpleName());
        });
    }

    private ParkedEvent only() {
        List<ParkedEvent> parked = operator.parkedEvents(10);
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    private List<AuditEntry> audit() {
        return operator.audit(PageRequest.first(100)).items();
    }

    private void drain() {
        while (shop.commerce.housekeep() > 0) {}
    }
}
