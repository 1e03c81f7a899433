package dev.commercekit.core.planted;

/** The code has changed under a planted bug, so that it cannot be planted as it is written down. */
final class StaleBugException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleBugException(String file, String before, String found) {
        super(String.format(
                "The text %n%n    %s%n%n%s in %s. Carry the bug along: in the file of bugs, write after '-' the decisive lines"
                        + " as they are now, and after '+' the same mistake in them.",
                before, found, file));
    }
}
