package dev.commercekit.core.simulation.network;

import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.payment.PaymentNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of the gateway's notifications: some are lost, some late, some come twice, and they overtake each other. */
public final class SimulatedPost {

    private final Luck luck;
    private final List<PaymentNotification> underWay = new ArrayList<>();

    public SimulatedPost(Luck luck) {
        this.luck = luck;
    }

    public void send(PaymentNotification notification) {
        if (!luck.hit(Fault.NOTIFICATION_LOST)) {
            underWay.add(notification);
        }
    }

    /** Returns what is delivered next, if something is. */
    public Optional<PaymentNotification> next() {
        if (underWay.isEmpty() || luck.hit(Fault.NOTIFICATION_LATE)) {
            return Optional.empty();
        }
        int position = luck.troubled() ? luck.random().nextInt(underWay.size()) : 0;
        if (position > 0) {
            luck.happened(Fault.NOTIFICATIONS_OUT_OF_ORDER);
        }
        return Optional.of(luck.hit(Fault.NOTIFICATION_REPEATED) ? underWay.get(position) : underWay.remove(position));
    }
}
