package dev.commercekit.core.shop;

/** The process stops here: whatever is on the stack is gone, and nothing of it may run on. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process stops", null, false, false);
    }
}
