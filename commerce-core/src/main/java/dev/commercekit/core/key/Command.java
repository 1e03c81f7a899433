package dev.commercekit.core.key;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.KeyReusedException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.Optional;

/**
 * One call of a keyed command.
 *
 * @param name the command's name, which is stored for ever
 * @param key the caller's key
 * @param fingerprint the request's fingerprint
 * @param claim the row that claims the key
 */
public record Command(String name, IdempotencyKey key, String fingerprint, RowKey claim) {

    /** Returns the call of a command by a caller: a buyer's scope or a principal's name. */
    public static Command of(String name, String caller, IdempotencyKey key, Fingerprint fingerprint) {
        Input.required(key, "idempotencyKey");
        return new Command(name, key, fingerprint.text(), KeyClaims.rowKey(KeyClaims.scope(name, caller), key));
    }

    /** Returns the write that claims the key together with its answer and what was made, where they are known. */
    public Write.Insert claimed(Optional<String> answer, Optional<String> reference) {
        return KeyClaims.claim(claim, fingerprint, answer, reference);
    }

    /**
     * Checks that the key was claimed by the same request.
     *
     * @throws KeyReusedException if it was another one
     */
    public void verify(Row existing) {
        KeyClaims.verify(existing, name, key, fingerprint);
    }
}
