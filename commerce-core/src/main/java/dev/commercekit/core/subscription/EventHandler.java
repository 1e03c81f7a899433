package dev.commercekit.core.subscription;

import dev.commercekit.order.OrderEvent;

/**
 * Does something outside of the storage about an event, such as sending a mail. It gets every event at least once, and those
 * of one order in their order: the next comes only after all consumers are done with this one. An event comes again after an
 * exception, a crash before its success was recorded, or a call that took longer than the relay's lease; the event's
 * {@link OrderEvent#id() id} is the same then.
 *
 * <p>Called without any lock or connection held; it may block, but not for longer than the relay's lease. Events of different
 * orders may come at the same time.
 *
 * @param <E> the kind of event; {@link OrderEvent} itself for all
 */
@FunctionalInterface
public interface EventHandler<E extends OrderEvent> {

    /**
     * Handles an event.
     *
     * @throws Exception to get it again later; after a number of attempts it is parked together with its order
     */
    void handle(E event) throws Exception;
}
