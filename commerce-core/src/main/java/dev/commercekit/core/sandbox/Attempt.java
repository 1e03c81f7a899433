package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway knows of one key. Guarded by the gateway's lock. */
final class Attempt {

    enum State {
        /** Nothing has arrived yet: every request so far was lost. */
        UNSEEN,
        WAITING_FOR_BUYER,
        IN_FLIGHT,
        SETTLED
    }

    final IdempotencyKey key;
    final SandboxScript script;
    final Instant firstSent;
    State state = State.UNSEEN;
    SandboxOperation operation;
    Object request;
    int sent;
    int repliesLost;
    boolean outlived;

    /** What the buyer would have to do, while the payment waits or waited. */
    PaymentOutcome.@Nullable ActionRequired action;

    /** What became of it; the answer may tell less. */
    @Nullable
    PaymentOutcome outcome;

    Book.@Nullable Charge charge;

    @Nullable
    Instant due;

    Attempt(IdempotencyKey key, SandboxOperation operation, Object request, SandboxScript script, Instant firstSent) {
        this.key = key;
        this.operation = operation;
        this.request = request;
        this.script = script;
        this.firstSent = firstSent;
    }

    boolean isOpen() {
        return state == State.WAITING_FOR_BUYER || state == State.IN_FLIGHT;
    }

    boolean isFor(SandboxOperation otherOperation, Object otherRequest) {
        return operation == otherOperation && request.equals(otherRequest);
    }

    /** Returns what the gateway says to a request with this key. */
    PaymentOutcome answer() {
        if (state == State.WAITING_FOR_BUYER && action != null) {
            return action;
        }
        if (outcome == null) {
            return new PaymentOutcome.Unknown("409: a request with this key is in flight");
        }
        return script.has(ScriptWord.ERROR) ? new PaymentOutcome.Unknown("500: the gateway failed") : outcome;
    }

    /** Returns what became of it so far, whatever the gateway says. */
    PaymentOutcome truth() {
        return outcome == null ? answer() : outcome;
    }

    /** Returns what the gateway finds when it is asked about the key. */
    Optional<PaymentOutcome> found() {
        boolean unclear = state == State.IN_FLIGHT || script.has(ScriptWord.ERROR);
        boolean unfindable = state == State.UNSEEN || (unclear && script.has(ScriptWord.HIDDEN));
        return unfindable ? Optional.empty() : Optional.of(truth());
    }
}
