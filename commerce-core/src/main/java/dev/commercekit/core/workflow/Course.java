package dev.commercekit.core.workflow;

import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.UnreadableWorkflowException;
import dev.commercekit.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workflow's steps, laid out for looking up which comes next and which undoes which. Immutable. */
final class Course<S> {

    private final Workflow<S> workflow;
    private final Map<String, Step<S>> steps = new HashMap<>();
    private final Map<String, Step<S>> followers = new HashMap<>();

    Course(Workflow<S> workflow) {
        this.workflow = workflow;
        @Nullable Step<S> before = null;
        for (Step<S> step : workflow.steps()) {
            steps.put(step.name(), step);
            step.undo().ifPresent(undo -> steps.put(undo.name(), undo));
            if (before != null) {
                followers.put(before.name(), step);
            }
            before = step;
        }
    }

    Workflow<S> workflow() {
        return workflow;
    }

    Step<S> first() {
        return workflow.steps().get(0);
    }

    /** Returns whether there is a step or an undo of the given name. */
    boolean has(String step) {
        return steps.containsKey(step);
    }

    /** Returns the step or the undo of the given name. */
    Step<S> step(String name) {
        Step<S> step = steps.get(name);
        if (step == null) {
            throw new UnreadableWorkflowException(workflow.name(), workflow.version(), "it has no step " + name);
        }
        return step;
    }

    /** Returns the step of the given name, to which a step may jump; an undo is none. */
    Step<S> forward(String name) {
        return workflow.step(name)
                .orElseThrow(() -> new IllegalStateException("workflow " + workflow.name() + " has no step " + name));
    }

    /** Returns the step that follows the given one, if it is not the last. */
    @Nullable
    Step<S> after(String step) {
        return followers.get(step);
    }

    /** Returns what undoes the given step, if anything does. */
    @Nullable
    Step<S> undoOf(String step) {
        return step(step).undo().orElse(null);
    }
}
