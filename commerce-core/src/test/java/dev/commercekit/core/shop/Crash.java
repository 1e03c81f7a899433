package dev.commercekit.core.shop;

/** The process stops here: whatever is on the stack is gone, and nothing of it may run on. */
final class Crash extends Error {

    Crash() {
        super("the process stops", null, false, false);
    }
}
