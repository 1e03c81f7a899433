package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayClaimTest {

    private final Town town = new Town();
    private final List<Long> mailed = new ArrayList<>();
    private final Subscriptions mail = Subscriptions.none()
            .on("mail", OrderEvent.class, event -> mailed.add(event.header().sequence()));

    @Test
    void anEventThatAnotherRelayTookFirstIsLeftToIt() {
        town.happen("a", 1);
        Relay faster = town.relay(mail);
        FaultyStorage node = new FaultyStorage(town.another())
                .next(StorageFault.before(
                        () -> assertThat(faster.publishDue(10)).isEqualTo(1)));
        Relay slower = town.relay(node, mail, Runnable::run);

        assertThat(slower.publishDue(10)).isZero();

        assertThat(mailed).containsExactly(1L);
    }
}
