package dev.commercekit.core.crash;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link DatabaseCrashTest} for planted bugs: no page states the counts. */
class DatabaseCrashProbe {

    @ParameterizedTest
    @EnumSource
    void everyCrash(Errand errand) {
        new DatabaseCrashTest().everyCrash(errand);
    }
}
