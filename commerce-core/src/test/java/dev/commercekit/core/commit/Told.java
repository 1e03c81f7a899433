package dev.commercekit.core.commit;

import dev.commercekit.core.lincheck.SequentialModel;
import dev.commercekit.storage.CommitResult;

/** The sequential model of callers who learn whether their set was applied, and not whether at the first time. */
public final class Told extends SequentialModel {

    static String of(CommitResult result) {
        return result.applied() ? "applied" : result.getClass().getSimpleName();
    }

    @Override
    protected String told(CommitResult result) {
        return of(result);
    }
}
