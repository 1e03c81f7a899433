package dev.commercekit.core.simulation.schedule;

/** The process stops here: whatever is on the stack is gone, and nothing of it may run on. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process stops", null, false, false);
    }
}
