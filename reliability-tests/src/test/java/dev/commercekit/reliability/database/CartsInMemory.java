package dev.commercekit.reliability.database;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
        StoredCart now = carts.compute(id, (cart, stored) -> version(stored) == expectedVersion ? next : stored);
        return now == next;
    }

    @Override
    public void remove(CartId id) {
        carts.remove(id);
    }

    @Override
    public void close() {}

    private static long version(@Nullable StoredCart stored) {
        return stored == null ? 0 : stored.version();
    }
}
