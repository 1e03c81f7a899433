package dev.commercekit.core.crash;

/** The process has stopped here: nothing of it runs after this. */
final class Stop extends Error {

    private static final long serialVersionUID = 1L;

    Stop() {
        super("stopped", null, false, false);
    }
}
