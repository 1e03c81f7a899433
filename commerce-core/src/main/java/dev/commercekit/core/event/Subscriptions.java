package dev.commercekit.core.event;

import dev.commercekit.Input;
import dev.commercekit.core.subscription.EventEffect;
import dev.commercekit.core.subscription.EventHandler;
import dev.commercekit.order.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who wants which events. Every instance over one storage needs the same: an event counts as published when the instance
 * that relays it has handed it to its own consumers. Immutable.
 */
public final class Subscriptions {

    private final List<Subscription> all;
    private final Map<Class<? extends OrderEvent>, List<Subscription>> byType = new ConcurrentHashMap<>();

    private Subscriptions(List<Subscription> all) {
        this.all = all;
    }

    /** Returns no subscriptions. */
    public static Subscriptions none() {
        return new Subscriptions(List.of());
    }

    /**
     * Returns these and one more, for an effect outside of the storage.
     *
     * @param consumer its name for ever, 1 to 64 printable ASCII characters; one name once
     * @param type the kind of events; {@link OrderEvent} itself for all
     * @param handler what to call, at least once for each event
     */
    public <E extends OrderEvent> Subscriptions on(String consumer, Class<E> type, EventHandler<? super E> handler) {
        return with(new Calling(name(consumer), type, event -> handler.handle(type.cast(event))));
    }

    /**
     * Returns these and one more, for an effect in the storage.
     *
     * @param consumer its name for ever, 1 to 64 printable ASCII characters; one name once
     * @param type the kind of events; {@link OrderEvent} itself for all
     * @param effect what to write, exactly once for each event
     */
    public <E extends OrderEvent> Subscriptions apply(String consumer, Class<E> type, EventEffect<? super E> effect) {
        return with(new Applying(name(consumer), type, event -> effect.writesFor(type.cast(event))));
    }

    /** Returns those that want the kind of events, in the order in which they were added. */
    List<Subscription> matching(Class<? extends OrderEvent> type) {
        return byType.computeIfAbsent(
                type,
                kind -> all.stream()
                        .filter(subscription -> subscription.type().isAssignableFrom(kind))
                        .toList());
    }

    /** Returns whether nobody wants the events of the named kind; of an unknown kind nobody can tell. */
    boolean ignore(String type) {
        return EventType.named(type).map(kind -> matching(kind).isEmpty()).orElse(false);
    }

    private String name(String consumer) {
        Input.identifier(consumer, "consumer", 64);
        Input.that(all.stream().noneMatch(other -> other.consumer().equals(consumer)), "consumer", "must be unique");
        return consumer;
    }

    private Subscriptions with(Subscription subscription) {
        List<Subscription> more = new ArrayList<>(all);
        more.add(subscription);
        return new Subscriptions(List.copyOf(more));
    }

    /** One consumer of one kind of events. */
    sealed interface Subscription {

        /** Returns the consumer's name. */
        String consumer();

        /** Returns the kind of events. */
        Class<? extends OrderEvent> type();
    }

    record Calling(String consumer, Class<? extends OrderEvent> type, EventHandler<OrderEvent> handler)
            implements Subscription {}

    record Applying(String consumer, Class<? extends OrderEvent> type, EventEffect<OrderEvent> effect)
            implements Subscription {}
}
