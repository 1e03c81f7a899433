package dev.commercekit.core.key;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The table of claimed idempotency keys. A command inserts its key's row in its own write set: of two calls with one key only
 * one commits, and the other finds the row, with the answer of the first.
 */
public final class KeyClaims {

    /** The command and on whose behalf it is called. */
    public static final Column<String> SCOPE = Column.text("scope");

    /** The caller's key. */
    public static final Column<String> KEY = Column.text("key");

    /** What tells the request from others. */
    public static final Column<String> FINGERPRINT = Column.text("fingerprint");

    /** The answer, where it was known when the key was claimed or has been since. */
    public static final Column<String> ANSWER = Column.json("answer").orNull();

    /** What the command made, such as the id of an order. */
    public static final Column<String> REFERENCE = Column.text("reference").orNull();

    /** The order that the command is about, while which is open the key is remembered; empty if there is none. */
    public static final Column<String> ORDER_ID = Column.text("order_id").orNull();

    /** When the key was claimed, by the storage's clock. */
    public static final Column<Instant> CREATED_AT = Column.instant("created_at");

    /** The table; its index {@code by_time} is for pruning. */
    public static final Table TABLE = Table.named("idempotency_key", SCOPE, KEY)
            .columns(FINGERPRINT, ANSWER, REFERENCE, ORDER_ID, CREATED_AT)
            .index("by_time", CREATED_AT)
            .build();

    private KeyClaims() {}

    /** Returns the scope of a command for one caller: a buyer's scope or a principal's name. */
    public static String scope(String command, String caller) {
        return command + "|" + caller;
    }

    /** Returns the row that claims a key in a scope. */
    public static RowKey rowKey(String scope, IdempotencyKey key) {
        return TABLE.key(scope, key.value());
    }

    /** Returns the write that claims a key; it is refused as {@code EXISTS} if the key is claimed already. */
    public static Write.Insert claim(
            RowKey rowKey, String fingerprint, Optional<String> answer, Optional<String> reference) {
        return claim(rowKey, fingerprint, answer, reference, Optional.empty());
    }

    /** Returns the write that claims a key for a command about an order. */
    public static Write.Insert claim(
            RowKey rowKey,
            String fingerprint,
            Optional<String> answer,
            Optional<String> reference,
            Optional<OrderId> order) {
        return Write.insert(
                rowKey,
                values -> values.set(FINGERPRINT, fingerprint)
                        .set(ANSWER, answer)
                        .set(REFERENCE, reference)
                        .set(ORDER_ID, order.map(OrderId::value))
                        .setToNow(CREATED_AT, Duration.ZERO));
    }

    /**
     * Checks that the call that claimed the key made the same request.
     *
     * @throws KeyReusedException if it was another one
     */
    public static void verify(Row existing, String command, IdempotencyKey key, String fingerprint) {
        if (!existing.get(FINGERPRINT).equals(fingerprint)) {
            throw new KeyReusedException(command, key);
        }
    }
}
