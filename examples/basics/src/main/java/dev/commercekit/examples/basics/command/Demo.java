package dev.commercekit.examples.basics.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;

/** Something that can be run from the command line and judges itself. */
public interface Demo {

    /** Returns what may follow the demo's name, for the usage line. */
    default String usage() {
        return "";
    }

    /** Returns the options that take no value, such as {@code --verbose}. */
    default Set<String> flags() {
        return Set.of();
    }

    /** Returns the options of its own that take a value, such as {@code --size N}. */
    default Set<String> values() {
        return Set.of();
    }

    /**
     * Runs to the end and tells a person what happens.
     *
     * @throws UsageException if it cannot start with these options
     */
    Verdict run(Options options, PrintStream out) throws UsageException, IOException;
}
