package dev.commercekit.storage;

import java.util.List;
import java.util.Set;

/**
 * What to write instead, when exactly some preconditions of a {@link WriteSet} fail. It applies only if every write that was
 * refused is among those that it answers, and if its own preconditions hold.
 *
 * @param answers the positions, in {@link WriteSet#writes()}, of the writes whose refusal it answers
 * @param writes what is written instead of all the set's writes
 */
public record Alternative(Set<Integer> answers, List<Write> writes) {

    /** Copies both and checks the writes. */
    public Alternative {
        answers = Set.copyOf(answers);
        writes = WriteSet.distinctRows(writes);
    }
}
