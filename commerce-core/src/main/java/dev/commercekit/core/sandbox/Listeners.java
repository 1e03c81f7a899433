package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import dev.commercekit.payment.PaymentNotification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told of notifications. A listener that throws spoils neither the next one nor the call that caused it. */
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(SandboxGateway.class);

    private final Executor executor;
    private final List<Consumer<PaymentNotification>> listeners = new CopyOnWriteArrayList<>();

    Listeners(Executor executor) {
        this.executor = executor;
    }

    void add(Consumer<PaymentNotification> listener) {
        listeners.add(Input.required(listener, "listener"));
    }

    void tell(List<PaymentNotification> notices) {
        for (PaymentNotification notice : notices) {
            for (Consumer<PaymentNotification> listener : listeners) {
                hand(listener, notice);
            }
        }
    }

    private void hand(Consumer<PaymentNotification> listener, PaymentNotification notice) {
        try {
            executor.execute(() -> tell(listener, notice));
        } catch (RejectedExecutionException e) {
            log.warn("The notification for the key {} was not delivered", notice.key(), e);
        }
    }

    private static void tell(Consumer<PaymentNotification> listener, PaymentNotification notice) {
        try {
            listener.accept(notice);
        } catch (RuntimeException e) {
            log.warn("A listener failed on the notification for the key {}", notice.key(), e);
        }
    }
}
