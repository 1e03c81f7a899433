package dev.commercekit.core.checkout.flow;

import dev.commercekit.cart.CartId;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.Optional;

/** Which order came of a generation of a cart: at most one that is alive, whatever the keys of the requests. */
public final class CartClaimTable {

    /** The cart. */
    public static final Column<String> CART_ID = Column.text("cart_id");

    /** The cart's generation. */
    public static final Column<String> GENERATION = Column.text("generation");

    /** The order that has it, or had it last. */
    public static final Column<String> ORDER_ID = Column.text("order_id");

    /** {@code LIVE} while the order has it, {@code FREE} once the order was cancelled. */
    public static final Column<String> STATE = Column.text("state");

    /** The table. */
    public static final Table TABLE = Table.named("cart_claim", CART_ID, GENERATION)
            .columns(ORDER_ID, STATE)
            .build();

    private static final String LIVE = "LIVE";

    private CartClaimTable() {}

    /** Returns the key of the row of a cart's generation. */
    public static RowKey key(CartId cart, String generation) {
        return TABLE.key(cart.value(), generation);
    }

    /** Returns the order that has the generation, if it is claimed and not free again. */
    public static Optional<OrderId> liveOrder(Optional<Row> row) {
        return row.filter(found -> found.get(STATE).equals(LIVE)).map(found -> OrderId.of(found.get(ORDER_ID)));
    }

    /** Claims a generation that is not claimed, or free again. */
    static Write claim(RowKey key, Optional<Row> free, OrderId order) {
        return free.<Write>map(row -> Write.update(
                        row, values -> values.set(ORDER_ID, order.value()).set(STATE, LIVE)))
                .orElseGet(() -> Write.insert(
                        key, values -> values.set(ORDER_ID, order.value()).set(STATE, LIVE)));
    }

    /** Makes sure that nobody claims a generation meanwhile that is not claimed, or free again. */
    static Write unclaimed(RowKey key, Optional<Row> free, OrderId order) {
        return free.<Write>map(row -> new Write.Require(key, row.version()))
                .orElseGet(() -> Write.insert(
                        key, values -> values.set(ORDER_ID, order.value()).set(STATE, "FREE")));
    }

    static Write free(Row row) {
        return Write.update(row, values -> values.set(STATE, "FREE"));
    }
}
