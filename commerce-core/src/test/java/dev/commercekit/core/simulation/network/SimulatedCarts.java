package dev.commercekit.core.simulation.network;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.chance.Trace;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store of carts that loses what it was told last, as one that fails over does: a cart is as it was some changes ago. */
public final class SimulatedCarts implements CartStore {

    private final CooperativeThreads threads;
    private final Luck luck;
    private final Trace trace;
    private final Map<CartId, List<String>> documents = new HashMap<>();

    public SimulatedCarts(CooperativeThreads threads, Luck luck, Trace trace) {
        this.threads = threads;
        this.luck = luck;
        this.trace = trace;
    }

    /** Returns whether the cart is there at all. */
    public boolean has(CartId id) {
        return !versions(id).isEmpty();
    }

    @Override
    public Optional<StoredCart> find(CartId id) {
        threads.boundary();
        List<String> versions = versions(id);
        if (versions.size() > 1 && threads.inside() && luck.hit(Fault.CART_WENT_BACK)) {
            int left = luck.random().nextInt(versions.size());
            versions.subList(left, versions.size()).clear();
            trace.add("cart " + id + " is as it was at version " + left);
        }
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredCart(versions.get(versions.size() - 1), versions.size()));
    }

    @Override
    public boolean put(CartId id, long expectedVersion, String document) {
        threads.boundary();
        List<String> versions = versions(id);
        return versions.size() == expectedVersion && versions.add(document);
    }

    @Override
    public void remove(CartId id) {
        documents.remove(id);
    }

    @Override
    public void close() {}

    private List<String> versions(CartId id) {
        return documents.computeIfAbsent(id, absent -> new ArrayList<>());
    }
}
