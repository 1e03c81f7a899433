package dev.commercekit.core;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Placeholder. */
public final class Commerce {
    private static final Logger log = LoggerFactory.getLogger(Commerce.class);

    private final ImmutableList<String> parts = ImmutableList.of("placeholder");

    /** Creates it. */
    public Commerce() {}

    /**
     * Placeholder.
     *
     * @param index which one
     * @return the part
     */
    public @Nullable String part(int index) {
        log.debug("part {}", index);
        return index < parts.size() ? parts.get(index) : null;
    }
}
