package dev.commercekit.json;

import dev.commercekit.storage.WriteSetId;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import java.util.Map;
import java.util.Optional;

/** The types of the api that have no wire form, and why. */
final class NotOnTheWire {

    private static final String STORAGE = "dev.commercekit.storage";

    private static final String WITHIN_ONE_STEP = "what a step tells its engine is acted upon at once, in one process";

    private static final Map<Class<?>, String> REASONS = Map.of(
            CallResult.class,
            WITHIN_ONE_STEP,
            Transition.class,
            WITHIN_ONE_STEP,
            Transition.Fallback.class,
            WITHIN_ONE_STEP,
            Step.class,
            "a definition is code",
            CallStep.class,
            "a definition is code",
            LocalStep.class,
            "a definition is code");

    private NotOnTheWire() {}

    static Optional<String> reason(Class<?> type) {
        if (type.getPackageName().startsWith(STORAGE) && type != WriteSetId.class) {
            return Optional.of("rows and writes are what a storage keeps typed, column by column");
        }
        return Optional.ofNullable(REASONS.get(type))
                .or(() -> CallResult.class.isAssignableFrom(type) ? Optional.of(WITHIN_ONE_STEP) : Optional.empty());
    }
}
