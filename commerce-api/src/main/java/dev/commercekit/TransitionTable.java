package dev.commercekit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which state may follow which, as data. Immutable and thread-safe.
 *
 * @param <S> the enum of the states
 */
public final class TransitionTable<S extends Enum<S>> {

    private final Map<S, Set<S>> followers;

    private TransitionTable(Map<S, Set<S>> followers) {
        this.followers = followers;
    }

    /** Starts a table over all states of the enum; a state that is never named by {@link Builder#from} is final. */
    public static <S extends Enum<S>> Builder<S> over(Class<S> states) {
        return new Builder<>(states);
    }

    /** Returns whether {@code to} may follow {@code from}; a state never follows itself unless the table says so. */
    public boolean allows(S from, S to) {
        return next(from).contains(to);
    }

    /** Returns the states that may follow the given one. */
    public Set<S> next(S from) {
        return followers.getOrDefault(from, Set.of());
    }

    /** Returns whether nothing may follow the given state. */
    public boolean isFinal(S state) {
        return next(state).isEmpty();
    }

    /**
     * Collects the transitions of a table.
     *
     * @param <S> the enum of the states
     */
    public static final class Builder<S extends Enum<S>> {

        private final Map<S, Set<S>> followers;

        private Builder(Class<S> states) {
            this.followers = new EnumMap<>(states);
        }

        /** Says which states may follow the given one. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Builder<S> from(S state, S... next) {
            followers.put(state, Set.copyOf(EnumSet.copyOf(Arrays.asList(next))));
            return this;
        }

        /** Returns the table. */
        public TransitionTable<S> build() {
            return new TransitionTable<>(new EnumMap<>(followers));
        }
    }
}
