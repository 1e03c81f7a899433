package dev.commercekit.core.subscription;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.Write;
import java.util.Collection;

/**
 * Says what an event changes in the storage. The writes are committed in one set with the record that this consumer had the
 * event: they take effect exactly once, however often the event comes, in whatever instance. The events of one order come in
 * their order.
 *
 * @param <E> the kind of event; {@link OrderEvent} itself for all
 */
@FunctionalInterface
public interface EventEffect<E extends OrderEvent> {

    /**
     * Returns the writes; none is fine. It is asked again where they meet a conflict, so it reads what it needs each time and
     * does nothing else.
     *
     * @throws Exception to be asked again later; after a number of attempts the event is parked together with its order
     */
    Collection<? extends Write> writesFor(E event) throws Exception;
}
