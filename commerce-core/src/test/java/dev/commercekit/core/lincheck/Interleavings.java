package dev.commercekit.core.lincheck;

import java.util.function.Predicate;
import kotlin.jvm.functions.Function1;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How much is looked at: so many scenarios of calls, drawn at random from a fixed seed, and of each so many interleavings.
 * {@code -Dlincheck.times=N} looks at N times as many scenarios.
 */
public final class Interleavings {

    private static final int TIMES = Integer.getInteger("lincheck.times", 1);
    private static final int THREADS = 2;
    private static final int CALLS = 2;

    private Interleavings() {}

    /**
     * Returns options under which a scheduler switches between threads at each access to shared memory.
     *
     * @param atomic the classes whose calls are one step each, because others are being looked at
     */
    public static ModelCheckingOptions all(int scenarios, int interleavings, Predicate<String> atomic) {
        Function1<String, Boolean> values = Interleavings::areValues;
        Function1<String, Boolean> steps = atomic::test;
        return new ModelCheckingOptions()
                .iterations(scenarios * TIMES)
                .invocationsPerIteration(interleavings)
                .threads(THREADS)
                .actorsPerThread(CALLS)
                .actorsBefore(1)
                .actorsAfter(1)
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(values)
                        .allMethods()
                        .ignore())
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(steps)
                        .allMethods()
                        .treatAsAtomic());
    }

    /** Returns options under which the machine itself switches between threads. */
    public static StressOptions real(int scenarios, int runs) {
        return new StressOptions()
                .iterations(scenarios * TIMES)
                .invocationsPerIteration(runs)
                .threads(THREADS)
                .actorsPerThread(CALLS)
                .actorsBefore(1)
                .actorsAfter(1);
    }

    /** Returns whether it is a collection that is not made for contenders: whoever uses one needs a lock around it. */
    public static boolean isCollection(String name) {
        return name.startsWith("java.util.")
                && !name.startsWith("java.util.concurrent.")
                && !name.startsWith("java.util.function.");
    }

    /** Values and what makes them: nobody changes them, so that no switch there can be seen. */
    private static boolean areValues(String name) {
        return name.startsWith("dev.commercekit.storage.")
                || name.startsWith("dev.commercekit.core.lincheck.Ledger")
                || name.startsWith("dev.commercekit.Input")
                || name.startsWith("java.time.")
                || name.startsWith("java.util.stream.");
    }
}
