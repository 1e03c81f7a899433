package dev.commercekit.cart;

import dev.commercekit.Input;
import java.util.Optional;

/**
 * Keeps carts as documents at a version; it need not understand them. Thread-safe. What it loses is an inconvenience for the
 * buyer, never an order: a checkout claims the cart's generation in the storage of the orders.
 *
 * <p>Null, and an expected version below 0, is an {@code InvalidInputException} that names {@code cartId}, {@code document} or
 * {@code expectedVersion}; {@link dev.commercekit.Input} has the checks.
 */
public interface CartStore extends AutoCloseable {

    /** Returns the document of a cart. */
    Optional<StoredCart> find(CartId id);

    /**
     * Writes a document if the cart is at the expected version, 0 for a cart that is not there, and returns whether it did.
     * The new version is one more.
     */
    boolean put(CartId id, long expectedVersion, String document);

    /** Forgets a cart. */
    void remove(CartId id);

    /** Closes what the store owns. A second call does nothing. */
    @Override
    void close();

    /**
     * A cart's document as it stands.
     *
     * @param document the document, JSON text
     * @param version its version, 1 or more
     */
    record StoredCart(String document, long version) {

        /** Checks the version. */
        public StoredCart {
            Input.required(document, "document");
            Input.range(version, "version", 1, Long.MAX_VALUE);
        }

        /** Returns the version alone; the document holds who the buyer is. */
        @Override
        public String toString() {
            return "StoredCart[***, version=" + version + "]";
        }
    }
}
