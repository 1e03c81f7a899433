package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.core.lincheck.Interleavings;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * However callers are interleaved, each comes back, and is told what one caller at a time would be told in some order of the
 * calls, also where replies are lost and where the set of another fails the batch.
 */
@Tag("model-checking")
class QueueLincheckTest {

    private static ModelCheckingOptions model() {
        return Interleavings.all(3, 80, QueueLincheckTest::isOneStep).sequentialSpecification(Told.class);
    }

    /** The storage has a test of its own; a list of the queue is read and changed in one step under its lock. */
    private static boolean isOneStep(String name) {
        return name.startsWith("dev.commercekit.core.memory.")
                || name.startsWith("dev.commercekit.testkit.fault.")
                || Interleavings.isCollection(name);
    }

    @Test
    void everyInterleavingIsSomeOrderOfTheCalls() {
        model().check(QueueOperations.class);
    }

    @Test
    void realThreadsAgree() {
        Interleavings.real(3, 500).sequentialSpecification(Told.class).check(QueueOperations.class);
    }

    @Test
    void theModelCheckerFindsACallerWhoIsForgotten() {
        assertThatThrownBy(() -> model().minimizeFailedScenario(false).check(ForgetfulOperations.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("The execution has hung");
    }
}
