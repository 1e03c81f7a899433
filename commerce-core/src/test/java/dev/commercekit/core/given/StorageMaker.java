package dev.commercekit.core.given;

import dev.commercekit.storage.Storage;
import java.time.InstantSource;

/** Makes the storages that tests of core run over. A module whose tests have one as a service asks the same of another adapter. */
public interface StorageMaker {

    /** Makes an empty storage, in which it is as late as the clock says. */
    Storage make(InstantSource clock);

    /** Returns a second instance over the rows of one that was made here. */
    Storage another(Storage storage);
}
