package dev.commercekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Placeholder. */
public abstract class PortContract {
    /** For subclasses. */
    protected PortContract() {}

    /**
     * What is tested.
     *
     * @return the thing
     */
    protected abstract Object port();

    @Test
    void isThere() {
        assertThat(port()).isNotNull();
    }
}
