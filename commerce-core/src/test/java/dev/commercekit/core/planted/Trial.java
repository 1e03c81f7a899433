package dev.commercekit.core.planted;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A copy of the code, perhaps with a bug in it, before its detectors. */
final class Trial {

    private final ClassLoader copy;

    /** Prepares a copy in which the given classes are replaced. */
    Trial(Code code, Map<String, byte[]> replaced) {
        this.copy = new PlantedLoader(code, replaced);
    }

    /**
     * Returns the first failure of a test of the detector, if there is one. That a class cannot be linked, or a test not even
     * begin, is no such failure but an exception here.
     */
    Optional<Throwable> failure(Detector detector) {
        for (String test : detector.tests()) {
            Optional<Throwable> failure = failure(test);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Throwable> failure(String test) {
        FirstFailure first = new FirstFailure();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(copy);
        try {
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selector(test))
                    .build();
            LauncherFactory.create()
                    .execute(LauncherExecutionRequestBuilder.request(request)
                            .cancellationToken(first.enough)
                            .listeners(first)
                            .build());
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException("a detector is not there any more", moved);
        } finally {
            thread.setContextClassLoader(before);
        }
        return first.failure();
    }

    private DiscoverySelector selector(String test) throws ClassNotFoundException {
        int at = test.indexOf(Detector.NESTED);
        return at < 0
                ? selectClass(copy.loadClass(test))
                : selectNestedClass(
                        List.of(copy.loadClass(test.substring(0, at))), copy.loadClass(test.substring(at + 1)));
    }

    private static final class FirstFailure implements TestExecutionListener {

        private final CancellationToken enough = CancellationToken.create();
        private final AtomicReference<Throwable> ofTest = new AtomicReference<>();
        private final AtomicReference<Throwable> ofMachinery = new AtomicReference<>();
        private volatile boolean any;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            any |= test.isTest();
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                Throwable failure = result.getThrowable().orElseThrow();
                boolean noticed = test.isTest() && !(failure instanceof LinkageError);
                (noticed ? ofTest : ofMachinery).compareAndSet(null, failure);
                enough.cancel();
            }
        }

        Optional<Throwable> failure() {
            if (ofMachinery.get() != null || !any) {
                throw new IllegalStateException("the tests could not be run", ofMachinery.get());
            }
            return Optional.ofNullable(ofTest.get());
        }
    }
}
