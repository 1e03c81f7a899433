package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.Optional;

/**
 * The claims of checkouts' keys. The claim is inserted with the order, at version 1, and nobody but the order's workflow writes
 * it afterwards, once, with the answer.
 */
public final class CheckoutClaims {

    /** The command's name, which is stored. */
    public static final String COMMAND = "checkout";

    private static final long UNANSWERED = 1;
    private static final JsonCodec<CheckoutResult> RESULTS = CommerceJson.codec(CheckoutResult.class);

    private CheckoutClaims() {}

    /** Returns the row that claims a buyer's key. */
    public static RowKey key(Buyer buyer, IdempotencyKey key) {
        return KeyClaims.rowKey(KeyClaims.scope(COMMAND, buyer.scope()), key);
    }

    static RowKey key(CheckoutState.Request request) {
        return key(request.buyer(), request.key());
    }

    /** Claims a key for an order whose answer is not known yet. */
    public static Write unanswered(RowKey key, String fingerprint, OrderId order) {
        return KeyClaims.claim(key, fingerprint, Optional.empty(), Optional.of(order.value()), Optional.of(order));
    }

    static Write answered(RowKey key, String fingerprint, CheckoutResult answer) {
        return KeyClaims.claim(key, fingerprint, Optional.of(RESULTS.write(answer)), Optional.empty());
    }

    /** Gives a claimed key its answer; refused if it has one. */
    public static Write answer(RowKey key, CheckoutResult answer) {
        return Write.update(key, UNANSWERED, values -> values.set(KeyClaims.ANSWER, RESULTS.write(answer)));
    }

    /** Returns the answer to a claimed key, if it is final. */
    public static Optional<CheckoutResult> answer(Row claim) {
        return claim.find(KeyClaims.ANSWER).map(RESULTS::read);
    }

    /** Returns the order that a key without an answer of its own is claimed for. */
    public static OrderId order(Row claim) {
        return OrderId.of(claim.get(KeyClaims.REFERENCE));
    }
}
