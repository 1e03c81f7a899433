package dev.commercekit.core.cart;

import dev.commercekit.IdGenerator;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a cart whose generation has become an order start anew in the commit that confirms the order. Only where carts are kept in the
 * storage itself; elsewhere they start anew after it, see {@link CartService#startAnew}.
 */
public final class NewStart {

    private static final Logger LOG = LoggerFactory.getLogger(NewStart.class);

    private final CartPlace place;
    private final CartDocuments documents;
    private final IdGenerator ids;

    /** Creates it; {@code ids} names generations. */
    public NewStart(CartPlace place, CartDocuments documents, IdGenerator ids) {
        this.place = place;
        this.documents = documents;
        this.ids = ids;
    }

    /** Returns the rows that are read for it. */
    public List<RowKey> reads(CartId cart) {
        return place.rows(cart);
    }

    /**
     * Returns what empties the cart, given its row; nothing if it is gone or has started anew already, or if what it holds cannot be
     * read, which must not keep an order from being confirmed.
     */
    public Optional<Write> write(Optional<Row> row, CartId id, String generation) {
        return row.flatMap(found -> anew(found, id, generation));
    }

    private Optional<Write> anew(Row row, CartId id, String generation) {
        try {
            Cart cart = documents.read(id, row.get(StorageCartStore.BODY));
            if (!cart.generation().equals(generation)) {
                return Optional.empty();
            }
            Cart after = CartChanges.anew(cart, ids.next().toString());
            return Optional.of(StorageCartStore.update(id, row.version(), documents.write(after)));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "cart {} keeps its lines, since it cannot be read: {}",
                    id,
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }
}
