package dev.commercekit.examples.basics.command;

import java.io.IOException;

/** Finds places by what was said behind {@code --storage}; a module with databases brings one as a service. */
public interface Places {

    /** Returns what it understands, for the usage line. */
    String names();

    /** Returns whether it understands the name. */
    boolean know(String name);

    /**
     * Opens a place.
     *
     * @param keep whether what is there is kept, where the place could also begin anew
     * @throws UsageException if the name leads nowhere
     */
    Place open(String name, boolean keep) throws UsageException, IOException;
}
