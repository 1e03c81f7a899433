package dev.commercekit.reliability.database;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Carts that end with their process, which no order minds. */
final class CartsInMemory implements CartStore {

    private final Map<CartId, StoredCart> carts = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredCart> find(CartId id) {
        return Optional.ofNullable(carts.get(id));
    }

    @Override
    public boolean put(CartId id, long expectedVersion, String document) {
        StoredCart next = new StoredCart(document, expectedVersion + 1);
        if (expectedVersion == 0) {
            return carts.putIfAbsent(id, next) == null;
        }
        StoredCart now = carts.get(id);
        return now != null && now.version() == expectedVersion && carts.replace(id, now, next);
    }

    @Override
    public void remove(CartId id) {
        carts.remove(id);
    }

    @Override
    public void close() {}
}
