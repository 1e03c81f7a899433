package dev.commercekit.core.cart;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.Optional;

/** Where a shop keeps its carts. */
public enum CartPlace {
    /** In the storage itself, by a {@link StorageCartStore}: their rows are read and written together with others. */
    STORAGE,
    /** In a store that the host has given. */
    ELSEWHERE;

    /** Returns the place, given the store that the host has given, if it has. */
    public static CartPlace of(Optional<CartStore> given) {
        return given.isPresent() ? ELSEWHERE : STORAGE;
    }

    /** Returns the rows of the storage that hold a cart; none if it is kept elsewhere. */
    public List<RowKey> rows(CartId cart) {
        return this == STORAGE ? List.of(StorageCartStore.key(cart)) : List.of();
    }
}
