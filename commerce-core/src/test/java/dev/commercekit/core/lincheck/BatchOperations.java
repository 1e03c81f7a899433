package dev.commercekit.core.lincheck;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;

/** The calls of contenders who send several sets at once. */
public abstract class BatchOperations extends Operations {

    /** Commits sets together. */
    protected abstract List<CommitResult> commitAll(List<WriteSet> sets);

    @Override
    protected final CommitResult commit(WriteSet set) {
        return commitAll(List.of(set)).get(0);
    }

    /** Takes one from each account where it is there, whether or not it is on the other. */
    @Operation
    public List<String> takeEach() {
        List<String> told = new ArrayList<>();
        commitAll(List.of(Ledger.add(id(), true, -1), Ledger.add(id(), false, -1)))
                .forEach(result -> told.add(told(result)));
        return told;
    }

    /** Sends a good set together with one that breaks the contract: nothing of both may stay. */
    @Operation
    public String addAndBreak(boolean first) {
        try {
            return "" + commitAll(List.of(Ledger.add(id(), first, 1), Ledger.ofUnknownTable(id())));
        } catch (StorageException failure) {
            return "failed";
        }
    }
}
