package dev.commercekit.operator;

import dev.commercekit.Input;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator did.
 *
 * @param id names the entry
 * @param at when, by the storage's clock
 * @param actor the name of the principal who did it
 * @param action what was done
 * @param subject the id of the workflow or event
 * @param note why, in the operator's words
 * @param detail what was decided, where the action alone does not say it
 */
public record AuditEntry(
        String id, Instant at, String actor, Action action, String subject, String note, Optional<String> detail) {

    /** Refuses null. */
    public AuditEntry {
        Input.required(id, "id");
        Input.required(at, "at");
        Input.required(actor, "actor");
        Input.required(action, "action");
        Input.required(subject, "subject");
        Input.required(note, "note");
        Input.required(detail, "detail");
    }

    /** What an operator can do; by these names it is stored. */
    public enum Action {
        /** A parked workflow was let go on. */
        RETRY,
        /** The outcome of a payment request was stated. */
        SETTLE,
        /** It was stated that a payment request will not be carried out. */
        ABANDON,
        /** A parked event was handed over again. */
        RETRY_EVENT,
        /** A parked event was put out of the way. */
        ABANDON_EVENT
    }
}
