package dev.commercekit.workflow;

import dev.commercekit.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The definition of a workflow: steps in order, over a state value. The engine runs each instance of it to its end, whatever
 * happens to the processes that run it: local steps exactly once in effect, call steps under a key that never changes until
 * the other side definitely refused.
 *
 * <p>A name and a version stand in storage for as long as an instance is open. To change the form of the state, raise the
 * version and give an upgrade from the one before. Immutable.
 *
 * @param <S> the state, an immutable value
 */
public final class Workflow<S> {

    private final String name;
    private final int version;
    private final StateCodec<S> codec;
    private final List<Step<S>> steps;
    private final Map<Integer, UnaryOperator<String>> upgrades;

    private Workflow(Builder<S> builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.codec = builder.codec;
        this.steps = List.copyOf(builder.steps);
        this.upgrades = Map.copyOf(builder.upgrades);
    }

    /** Starts a definition: its name (1 to 40 characters), the version of its state (1 or more), and the state's codec. */
    public static <S> Builder<S> named(String name, int version, StateCodec<S> codec) {
        return new Builder<>(name, version, codec);
    }

    /** Returns the name, which is stored with every instance. */
    public String name() {
        return name;
    }

    /** Returns the version of the state. */
    public int version() {
        return version;
    }

    /** Returns the steps in order. */
    public List<Step<S>> steps() {
        return steps;
    }

    /** Returns the step with the given name. */
    public Optional<Step<S>> step(String stepName) {
        return steps.stream().filter(step -> step.name().equals(stepName)).findFirst();
    }

    /** Returns whether state of the given version can be read, perhaps through upgrades. */
    public boolean reads(int storedVersion) {
        for (int from = storedVersion; from < version; from++) {
            if (!upgrades.containsKey(from)) {
                return false;
            }
        }
        return storedVersion <= version;
    }

    /** Returns the state as a document of this version. */
    public String encode(S state) {
        return codec.encode(state);
    }

    /**
     * Returns the state from a document of the given version, upgraded one version after the other.
     *
     * @throws IllegalArgumentException if {@link #reads} says no
     */
    public S decode(String document, int storedVersion) {
        if (!reads(storedVersion)) {
            throw new IllegalArgumentException("workflow " + name + " cannot read version " + storedVersion);
        }
        String upgraded = document;
        for (int from = storedVersion; from < version; from++) {
            upgraded = Input.required(upgrades.get(from), "upgrade").apply(upgraded);
        }
        return codec.decode(upgraded);
    }

    /**
     * Collects the steps of a workflow.
     *
     * @param <S> the state
     */
    public static final class Builder<S> {

        private final String name;
        private final int version;
        private final StateCodec<S> codec;
        private final List<Step<S>> steps = new ArrayList<>();
        private final Map<Integer, UnaryOperator<String>> upgrades = new HashMap<>();

        private Builder(String name, int version, StateCodec<S> codec) {
            this.name = Input.identifier(name, "workflow", 40);
            this.version = (int) Input.range(version, "version", 1, Integer.MAX_VALUE);
            this.codec = Input.required(codec, "codec");
        }

        /** Adds a step; without a jump it follows the one added before. */
        public Builder<S> step(Step<S> step) {
            steps.add(Input.required(step, "step"));
            return this;
        }

        /** Says how a document of the given version becomes one of the next. */
        public Builder<S> upgradeFrom(int oldVersion, UnaryOperator<String> upgrade) {
            upgrades.put((int) Input.range(oldVersion, "version", 1, version - 1L), Input.required(upgrade, "upgrade"));
            return this;
        }

        /** Returns the workflow; it has at least one step and no two steps, undos included, of the same name. */
        public Workflow<S> build() {
            Input.that(!steps.isEmpty(), "steps", "must not be empty");
            Set<String> names = new HashSet<>();
            for (Step<S> step : steps) {
                Input.that(names.add(step.name()), "steps", "must have unique names, but repeat " + step.name());
                step.undo().ifPresent(undo -> {
                    Input.that(names.add(undo.name()), "steps", "must have unique names, but repeat " + undo.name());
                    Input.that(undo.undo().isEmpty(), "undo", "must not have an undo of its own");
                });
            }
            return new Workflow<>(this);
        }
    }
}
