package dev.commercekit.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockHistoryTest {

    private StockHistory history = new StockHistory(1);

    private void until(long moment) {
        while (history.moment() < moment) {}
    }

    private void isTrue() {
        until(100);
        assertThat(history.contradictions()).isEmpty();
        assertThat(history.isSomeOrderOfTheCalls()).isTrue();
    }

    private void isFalse(String why) {
        until(100);
        assertThat(history.contradictions()).singleElement().asString().contains(why);
        assertThat(history.isSomeOrderOfTheCalls()).isFalse();
    }

    @Test
    void nothingContradictsNothing() {
        isTrue();
    }

    @Test
    void whoComesAfterTheLastUnitIsRefusedRightly() {
        history.took(0, 1, 1);
        history.refused(2, 3, 1);
        isTrue();
    }

    @Test
    void whoOverlapsWithWhoTookTheLastUnitIsRefusedRightly() {
        history.refused(0, 2, 1);
        history.took(1, 3, 1);
        isTrue();
    }

    @Test
    void whoCameBeforeTheLastUnitWentIsRefusedWrongly() {
        history.refused(0, 1, 1);
        history.took(2, 3, 1);
        isFalse("1 wanted from moment 0 to 1 were refused, but 1 were free");
    }

    @Test
    void whoWantsMoreThanIsFreeIsRefusedRightly() {
        history.refused(0, 1, 2);
        isTrue();
    }

    @Test
    void aUnitThatIsHeldIsNotFree() {
        history.took(0, 1, 1);
        history.refused(2, 3, 1);
        history.gave(4, 5, 1);
        history.took(6, 7, 1);
        isTrue();
    }

    @Test
    void whoComesAfterAUnitWasGivenBackIsRefusedWrongly() {
        history.took(0, 1, 1);
        history.gave(2, 3, 1);
        history.refused(4, 5, 1);
        isFalse("refused, but 1 were free");
    }

    @Test
    void moreThanThereIsCannotBeTaken() {
        history.took(0, 3, 1);
        history.took(1, 2, 1);
        isFalse("1 more were taken than there were");
    }

    @Test
    void aUnitThatComesMeanwhileCanBeTaken() {
        history.took(0, 1, 1);
        history.took(2, 4, 1);
        history.gave(3, 5, 1);
        isTrue();
    }

    /** Each interval by itself allows the refusals; only no order of all the calls does. */
    @Test
    void theSearchSeesWhatTheBoundsDoNot() {
        history = new StockHistory(2);
        history.took(0, 5, 1);
        history.refused(1, 2, 2);
        history.gave(3, 6, 1);
        history.refused(4, 7, 4);
        history.refused(8, 9, 3);
        isTrue();
        history = new StockHistory(1);
        history.took(0, 9, 1);
        history.refused(1, 2, 1);
        history.took(3, 8, 2);
        history.gave(6, 7, 1);
        until(100);
        assertThat(history.isSomeOrderOfTheCalls()).isFalse();
    }

    /** Callers one at a time, whose calls are stretched at random: what they were told stays true. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stretchedCallsStayTrue(long seed) {
        Random random = new Random(seed);
        long free = 5;
        history = new StockHistory(free);
        for (int i = 1; i <= 120; i++) {
            long instant = 20L * i;
            long from = instant - random.nextInt(60);
            long to = instant + 1 + random.nextInt(60);
            long units = 1L + random.nextInt(2);
            if (random.nextInt(3) == 0) {
                history.gave(Math.max(0, from), to, units);
                free += units;
            } else if (free >= units) {
                history.took(Math.max(0, from), to, units);
                free -= units;
            } else {
                history.refused(Math.max(0, from), to, units);
            }
        }
        until(3_000);
        assertThat(history.contradictions()).as("seed %s", seed).isEmpty();
        assertThat(history.isSomeOrderOfTheCalls()).as("seed %s", seed).isTrue();
    }
}
