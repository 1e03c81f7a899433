package dev.commercekit.core.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.core.lincheck.Interleavings;
import dev.commercekit.core.lincheck.SequentialModel;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However threads are interleaved, the storage in memory answers as the sequential model does in some order of the calls. */
@Tag("model-checking")
class StorageLincheckTest {

    private static ModelCheckingOptions model() {
        return Interleavings.all(3, 80, StorageLincheckTest::isOneStep).sequentialSpecification(SequentialModel.class);
    }

    private static StressOptions stress() {
        return Interleavings.real(3, 500).sequentialSpecification(SequentialModel.class);
    }

    /** The rows of one table are read and replaced in one step: what is looked at is who sees which rows together. */
    private static boolean isOneStep(String name) {
        return name.startsWith("dev.commercekit.core.memory.TableRows") || Interleavings.isCollection(name);
    }

    @Test
    void everyInterleavingIsSomeOrderOfTheCalls() {
        model().check(StorageOperations.class);
    }

    @Test
    void realThreadsAgree() {
        stress().check(StorageOperations.class);
    }

    @Test
    void theModelCheckerFindsAMissingLock() {
        assertThatThrownBy(() -> model().minimizeFailedScenario(false).check(UnlockedOperations.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    @Test
    void realThreadsFindAMissingLock() {
        assertThatThrownBy(() -> Interleavings.real(3, 500)
                        .sequentialSpecification(MeetingOperations.OneAtATime.class)
                        .minimizeFailedScenario(false)
                        .check(MeetingOperations.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }
}
