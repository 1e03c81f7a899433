package dev.commercekit.operator;

import dev.commercekit.CommerceException;
import dev.commercekit.IdempotencyKey;

/** A workflow cannot go on from what an operator stated about its request; nothing was changed. */
public final class OutcomeRefusedException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String request;
    private final Reason reason;

    /** Creates the error for a request and the reason. */
    public OutcomeRefusedException(IdempotencyKey request, Reason reason) {
        super("the outcome of " + request + " cannot be stated so: " + reason);
        this.request = request.value();
        this.reason = reason;
    }

    /** Returns the request. */
    public IdempotencyKey request() {
        return new IdempotencyKey(request);
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    @Override
    public String code() {
        return "outcome-refused";
    }

    /** Why an outcome cannot be stated. */
    public enum Reason {
        /** A decline, while the workflow is not parked: the request may be on its way, or another's word takes effect just now. */
        STILL_UNDER_WAY,
        /** A decline, where the money must have moved: there is no way back from here. */
        MONEY_MUST_MOVE,
        /** An approval of another amount than was asked for. */
        ANOTHER_AMOUNT
    }
}
