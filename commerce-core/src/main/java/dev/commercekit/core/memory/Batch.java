package dev.commercekit.core.memory;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sets of one commit: each sees what those before it wrote; all go back if one breaks the contract. */
final class Batch {

    private final Tables tables;
    private final Instant at;
    private final List<Changes> applied = new ArrayList<>();

    Batch(Tables tables, Instant at) {
        this.tables = tables;
        this.at = at;
    }

    List<CommitResult> apply(List<WriteSet> sets) {
        List<CommitResult> results = new ArrayList<>(sets.size());
        boolean complete = false;
        try {
            for (WriteSet set : sets) {
                results.add(applyChecked(set));
            }
            complete = true;
            return results;
        } finally {
            if (!complete) {
                for (int i = applied.size() - 1; i >= 0; i--) {
                    applied.get(i).undo();
                }
            }
        }
    }

    private CommitResult applyChecked(WriteSet set) {
        try {
            return apply(set);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException broken) {
            throw new StorageException("write set " + set.id() + " breaks the contract", false, broken);
        }
    }

    private CommitResult apply(WriteSet set) {
        RowKey witnessKey = Witness.of(set.id());
        Row witness = tables.witness().get(witnessKey);
        if (witness != null) {
            long branch = witness.get(Witness.BRANCH);
            return branch == Witness.TOMBSTONE
                    ? new CommitResult.Abandoned(at)
                    : new CommitResult.Joined((int) branch, witness.get(Witness.AT));
        }
        check(set, witnessKey);
        Changes changes = new Changes(tables, at);
        List<Refusal> refusals = changes.judge(set.writes());
        if (refusals.isEmpty()) {
            return commit(changes, witnessKey, 0);
        }
        for (int i = 0; i < set.alternatives().size(); i++) {
            Alternative alternative = set.alternatives().get(i);
            if (refusals.stream().allMatch(refusal -> alternative.answers().contains(refusal.write()))) {
                Changes instead = new Changes(tables, at);
                if (instead.judge(alternative.writes()).isEmpty()) {
                    return commit(instead, witnessKey, i + 1);
                }
            }
        }
        return new CommitResult.Refused(refusals, at);
    }

    private CommitResult commit(Changes changes, RowKey witnessKey, int branch) {
        changes.witness(Row.owning(witnessKey, 1, new Object[] {witnessKey.value(0), (long) branch, at}));
        applied.add(changes);
        changes.apply();
        return new CommitResult.Committed(branch, at);
    }

    /** Checks every branch, so that a broken set is found whichever would apply. */
    private void check(WriteSet set, RowKey witness) {
        check(set, set.writes(), witness);
        for (Alternative alternative : set.alternatives()) {
            check(set, alternative.writes(), witness);
        }
    }

    private void check(WriteSet set, List<Write> writes, RowKey witness) {
        for (Write write : writes) {
            if (tables.of(write.key().table()) == tables.witness()
                    && write.key().equals(witness)) {
                throw new StorageException("write set " + set.id() + " writes its own witness", false);
            }
        }
    }
}
