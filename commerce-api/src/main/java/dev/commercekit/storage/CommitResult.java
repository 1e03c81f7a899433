package dev.commercekit.storage;

import java.time.Instant;
import java.util.List;

/** What became of a write set. Complete: there will be no further case. */
public sealed interface CommitResult {

    /** Returns whether the set was applied, by this call or by one before it whose reply was lost. */
    default boolean applied() {
        return this instanceof Committed || this instanceof Joined;
    }

    /**
     * The set was applied by this call and is durable.
     *
     * @param branch 0 for the set's writes, 1 for its first alternative, and so on
     * @param at the storage's time of the commit, to which columns set to it were set
     */
    record Committed(int branch, Instant at) implements CommitResult {}

    /**
     * The set had been applied before, by a call whose reply was lost; nothing was applied now.
     *
     * @param branch the branch that was applied then
     * @param at the storage's time of that commit
     */
    record Joined(int branch, Instant at) implements CommitResult {}

    /**
     * Nothing was applied, and no trace was left: the same id may be used again.
     *
     * @param refusals every write of branch 0 that was refused, in order
     * @param at the storage's time
     */
    record Refused(List<Refusal> refusals, Instant at) implements CommitResult {

        /** Copies the list. */
        public Refused {
            refusals = List.copyOf(refusals);
        }

        /** Returns whether the write at the given position was refused for the given reason. */
        public boolean has(int write, Refusal.Reason reason) {
            return refusals.contains(new Refusal(write, reason));
        }
    }

    /**
     * The set can never be applied: its id was given up by a tombstone (see {@link Witness#tombstone}).
     *
     * @param at the storage's time
     */
    record Abandoned(Instant at) implements CommitResult {}

    /**
     * The reply was lost: the set was applied or will be or never. Apply the same set again to find out.
     *
     * @param reason what was seen, for a log
     */
    record InDoubt(String reason) implements CommitResult {}
}
