package dev.commercekit.core;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The one place where the library reads the machine's clocks; everything else gets them from here, through the builder. */
final class SystemTime {

    static final InstantSource CLOCK = InstantSource.system();
    static final LongSupplier NANOS = System::nanoTime;

    private SystemTime() {}
}
