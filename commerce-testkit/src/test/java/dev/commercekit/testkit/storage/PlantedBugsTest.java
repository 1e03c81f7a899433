package dev.commercekit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.commercekit.storage.Storage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract is no ornament: each of many bugs, planted one at a time, makes it fail. */
class PlantedBugsTest {

    private static final List<Class<?>> SLOW =
            List.of(ModelRules.class, ContentionRules.class, SerializabilityRules.class);

    static Stream<String> bugs() {
        return Bugs.all().keySet().stream();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("bugs")
    void theContractCatches(String bug) {
        Supplier<BuggyStorage> buggy = Bugs.all().get(bug);
        List<String> failures = firstFailure(buggy, PlantedBugsTest::isQuick);
        assertThat(failures.isEmpty() ? firstFailure(buggy, test -> true) : failures)
                .isNotEmpty();
    }

    @Test
    void theContractPassesWhereNoBugIsPlanted() {
        assertThat(firstFailure(() -> BuggyStorage.rows(row -> row), test -> true))
                .isEmpty();
    }

    private static boolean isQuick(TestDescriptor test) {
        return test.getSource().orElse(null) instanceof MethodSource source
                && !source.getMethodName().equals("aSetMayHaveTenThousandWrites")
                && SLOW.stream().noneMatch(source.getJavaMethod().getDeclaringClass()::equals);
    }

    private static List<String> firstFailure(Supplier<BuggyStorage> storage, Predicate<TestDescriptor> wanted) {
        List<String> failures = new CopyOnWriteArrayList<>();
        CancellationToken enough = CancellationToken.create();
        Planted.storage = storage;
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Planted.class))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(wanted.test(test)))
                .build();
        var listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.add(test.getDisplayName());
                    enough.cancel();
                }
            }
        };
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(request)
                        .cancellationToken(enough)
                        .listeners(listener)
                        .build());
        return failures;
    }

    /** Run by the launcher only. */
    static class Planted extends StorageContract {

        private static Supplier<? extends Storage> storage = ModelStorage::new;

        @Override
        protected Storage createStorage() {
            return storage.get();
        }
    }
}
