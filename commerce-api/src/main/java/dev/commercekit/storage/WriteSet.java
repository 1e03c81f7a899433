package dev.commercekit.storage;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.transaction.Durability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes that all apply or none do. It is data: sending the same set again, under its id, never applies it twice. Each row
 * is named at most once among the writes of a branch.
 *
 * @param id its name for ever
 * @param writes what is written: branch 0
 * @param alternatives what is written instead, in the order in which they are tried: branches 1, 2, ...
 * @param durability how well it must be kept before its caller is told, whichever branch applies
 */
public record WriteSet(WriteSetId id, List<Write> writes, List<Alternative> alternatives, Durability durability) {

    /** The most writes in one branch. */
    public static final int MAX_WRITES = 10_000;

    /** Up to here it is cheaper to compare each key with those before it than to make a set of them. */
    private static final int FEW = 24;

    /** Copies the lists and checks that no row is named twice. */
    public WriteSet {
        Input.required(id, "id");
        Input.required(durability, "durability");
        writes = distinctRows(writes);
        alternatives = List.copyOf(alternatives);
        for (Alternative alternative : alternatives) {
            for (int answered : alternative.answers()) {
                Input.range(answered, "answers", 0, writes.size() - 1L);
            }
        }
    }

    /** Returns a strict set of the given writes, without alternatives. */
    public static WriteSet of(WriteSetId id, Collection<? extends Write> writes) {
        return new WriteSet(id, List.copyOf(writes), List.of(), Durability.STRICT);
    }

    /** Returns a strict set of the given writes, without alternatives. */
    public static WriteSet of(WriteSetId id, Write... writes) {
        return of(id, List.of(writes));
    }

    /** Returns the same set with one more alternative, which answers the refusal of the given writes of this set. */
    public WriteSet orElse(Collection<? extends Write> answered, Collection<? extends Write> instead) {
        Set<Integer> positions = new LinkedHashSet<>();
        for (Write write : answered) {
            int position = writes.indexOf(write);
            Input.that(position >= 0, "answers", "must be writes of the set");
            positions.add(position);
        }
        List<Alternative> more = new ArrayList<>(alternatives);
        more.add(new Alternative(positions, List.copyOf(instead)));
        return new WriteSet(id, writes, more, durability);
    }

    /** Returns the same set, to be kept so well. */
    public WriteSet durability(Durability other) {
        return other == durability ? this : new WriteSet(id, writes, alternatives, other);
    }

    static List<Write> distinctRows(List<Write> writes) {
        Input.range(writes.size(), "writes", 0, MAX_WRITES);
        List<Write> copy = List.copyOf(writes);
        Set<RowKey> seen = copy.size() > FEW ? new HashSet<>(copy.size() * 2) : Set.of();
        for (int i = 0; i < copy.size(); i++) {
            RowKey key = copy.get(i).key();
            if (copy.size() > FEW ? !seen.add(key) : isNamed(key, copy, i)) {
                throw new InvalidInputException("writes", "must name each row once, but name twice " + key.table());
            }
        }
        return copy;
    }

    private static boolean isNamed(RowKey key, List<Write> writes, int before) {
        for (int i = 0; i < before; i++) {
            if (writes.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
