package dev.commercekit.examples.basics.flashsale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WitnessesTest {
    private final Witnesses witnesses = new Witnesses(1);

    @Test
    void whoCameAfterTheLastUnitWentWasRefusedRightly() {
        witnesses.took(witnesses.moment());
        refused();

        assertThat(witnesses.refusedWrongly()).isZero();
    }

    @Test
    void whoWasServedBesideACallThatTookTheLastUnitWasRefusedRightly() {
        int from = witnesses.moment();
        witnesses.took(witnesses.moment());
        witnesses.refused(from, witnesses.moment());

        assertThat(witnesses.refusedWrongly()).isZero();
    }

    @Test
    void whoCameBeforeTheLastUnitWentWasRefusedWrongly() {
        refused();
        witnesses.took(witnesses.moment());

        assertThat(witnesses.refusedWrongly()).isEqualTo(1);
    }

    @Test
    void whoCameAfterAUnitWasBackWasRefusedWrongly() {
        witnesses.took(witnesses.moment());
        refused();
        witnesses.gaveBack(witnesses.moment());
        refused();

        assertThat(witnesses.refusedWrongly()).isEqualTo(1);
    }

    private void refused() {
        int from = witnesses.moment();
        witnesses.refused(from, witnesses.moment());
    }
}
