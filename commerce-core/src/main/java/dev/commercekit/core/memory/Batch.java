package dev.commercekit.core.memory;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sets of one commit: each sees what those before it wrote; all go back if one breaks the contract. */
final class Batch {

    private final Tables tables;
    private final List<WriteSet> sets;
    private final List<RowKey> witnesses;
    private final List<Changes> applied;

    /** Prepares what can be prepared before others are shut out. */
    Batch(Tables tables, List<WriteSet> sets) {
        this.tables = tables;
        this.sets = sets;
        this.witnesses = new ArrayList<>(sets.size());
        this.applied = new ArrayList<>(sets.size());
        for (WriteSet set : sets) {
            witnesses.add(Witness.of(set.id()));
        }
    }

    List<CommitResult> apply(Instant at) {
        List<CommitResult> results = new ArrayList<>(sets.size());
        boolean complete = false;
        try {
            for (int i = 0; i < sets.size(); i++) {
                results.add(applyChecked(sets.get(i), witnesses.get(i), at));
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

    private CommitResult applyChecked(WriteSet set, RowKey witnessKey, Instant at) {
        try {
            return apply(set, witnessKey, at);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException broken) {
            throw new StorageException("write set " + set.id() + " breaks the contract", false, broken);
        }
    }

    private CommitResult apply(WriteSet set, RowKey witnessKey, Instant at) {
        Row witness = tables.witness().get(witnessKey);
        if (witness != null) {
            long branch = witness.get(Witness.BRANCH);
            return branch == Witness.TOMBSTONE
                    ? new CommitResult.Abandoned(at)
                    : new CommitResult.Joined((int) branch, witness.get(Witness.AT));
        }
        Changes changes = new Changes(tables, witnessKey, at);
        check(set.alternatives(), changes);
        List<Refusal> refusals = changes.judge(set.writes());
        if (refusals.isEmpty()) {
            return commit(changes, 0, at);
        }
        for (int i = 0; i < set.alternatives().size(); i++) {
            Alternative alternative = set.alternatives().get(i);
            if (refusals.stream().allMatch(refusal -> alternative.answers().contains(refusal.write()))) {
                Changes instead = new Changes(tables, witnessKey, at);
                if (instead.judge(alternative.writes()).isEmpty()) {
                    return commit(instead, i + 1, at);
                }
            }
        }
        return new CommitResult.Refused(refusals, at);
    }

    private CommitResult commit(Changes changes, int branch, Instant at) {
        changes.witness(branch);
        applied.add(changes);
        changes.apply();
        return new CommitResult.Committed(branch, at);
    }

    /** Checks the branches that may not be judged, so that a broken set is found whichever would apply. */
    private static void check(List<Alternative> alternatives, Changes changes) {
        for (Alternative alternative : alternatives) {
            alternative.writes().forEach(write -> changes.rows(write.key()));
        }
    }
}
