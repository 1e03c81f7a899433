package dev.commercekit.core.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Unknown;
import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes the calls to the gateway that workflows ask for, and finds out their outcome by every way that there is: a notification
 * that came meanwhile, the request itself while it may be sent, a query afterwards. An exception of the gateway is unknown.
 */
public final class GatewayCalls {

    /** The name of the signals that carry notifications. */
    public static final String SIGNAL = "payment";

    private static final JsonCodec<PaymentNotification> NOTIFICATIONS = CommerceJson.codec(PaymentNotification.class);

    private final PaymentGateway gateway;

    /** Creates the calls to the given gateway. */
    public GatewayCalls(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /** Returns the signal that tells a workflow of a notification; the same one is kept once. */
    public static Signal signal(PaymentNotification notification) {
        String text = NOTIFICATIONS.write(notification);
        return signal(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)), notification);
    }

    /** Returns the signal that tells a workflow of a notification under a name of its own. */
    public static Signal signal(UUID name, PaymentNotification notification) {
        return new Signal(SIGNAL + "-" + name, SIGNAL, NOTIFICATIONS.write(notification));
    }

    /**
     * Returns the outcome of a call's request.
     *
     * @param call the call, whose key is the request's
     * @param request sends the request with the call's key
     */
    public PaymentOutcome outcome(Call call, Function<PaymentGateway, PaymentOutcome> request) {
        Optional<PaymentOutcome> notified = notified(call.signals(), call.key());
        if (notified.isPresent()) {
            return notified.get();
        }
        return call.mayBeSent() ? sent(request) : found(call.key());
    }

    /** Sends a request, whatever it is. */
    public PaymentOutcome sent(Function<PaymentGateway, PaymentOutcome> request) {
        try {
            PaymentOutcome outcome = request.apply(gateway);
            return outcome == null ? new Unknown("the gateway answered null") : outcome;
        } catch (RuntimeException failure) {
            return new Unknown(failure.getClass().getName());
        }
    }

    private PaymentOutcome found(IdempotencyKey key) {
        if (gateway instanceof QueryableGateway queryable) {
            return sent(asked -> queryable.find(key).orElse(new Unknown("the gateway does not know the request")));
        }
        return new Unknown("the gateway cannot be asked");
    }

    /** Of notifications that contradict each other one that says that money moved counts: it must not be lost sight of. */
    private static Optional<PaymentOutcome> notified(List<Signal> signals, IdempotencyKey key) {
        if (signals.isEmpty()) {
            return Optional.empty();
        }
        return signals.stream()
                .filter(signal -> signal.name().equals(SIGNAL))
                .map(signal -> NOTIFICATIONS.read(signal.payload()))
                .filter(notification -> notification.key().equals(key))
                .map(PaymentNotification::outcome)
                .filter(PaymentOutcome::definite)
                .min(Comparator.comparing(outcome -> outcome instanceof Approved ? 0 : 1));
    }
}
