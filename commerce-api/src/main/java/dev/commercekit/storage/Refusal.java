package dev.commercekit.storage;

/**
 * Why one write of a set was refused.
 *
 * @param write its position in {@link WriteSet#writes()}
 * @param reason which precondition failed
 */
public record Refusal(int write, Reason reason) {

    /** Which precondition failed. */
    public enum Reason {
        /** A row to be inserted is there. */
        EXISTS,
        /** A row to be changed or required is not there. */
        ABSENT,
        /** The row is at another version. */
        VERSION,
        /** An addition would leave its floor or ceiling, or overflow. */
        BOUND,
        /** The row would break a check of its table. */
        CHECK
    }
}
