package dev.commercekit.jdbc.commit;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of write sets, one after the other, given the rows that they name as those stand before the first.
 * Pure: it reads and writes nothing but its own picture of the rows.
 */
final class Judge {

    private final Map<RowKey, Row> before;
    private final Map<RowKey, @Nullable Row> after = new LinkedHashMap<>();
    private final Instant at;
    private boolean plain = true;

    /**
     * Creates a judge.
     *
     * @param before the rows that are there, among those that the sets name
     * @param at the storage's time
     */
    Judge(Map<RowKey, Row> before, Instant at) {
        this.before = before;
        this.at = at;
    }

    /** Returns what becomes of each set, where those before it have been applied if they could be. */
    List<CommitResult> judge(List<WriteSet> sets) {
        List<CommitResult> results = new ArrayList<>(sets.size());
        for (WriteSet set : sets) {
            try {
                results.add(judge(set));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException broken) {
                throw new StorageException("write set " + set.id() + " breaks the contract", false, broken);
            }
        }
        return results;
    }

    /** Returns whether every set was applied as it stands: none was refused, joined, or replaced by an alternative. */
    boolean plain() {
        return plain;
    }

    /** Returns the rows that changed, as they stand after the last set; null where a row is gone. */
    Map<RowKey, @Nullable Row> after() {
        return after;
    }

    private CommitResult judge(WriteSet set) {
        RowKey witnessKey = Witness.of(set.id());
        Row witness = find(witnessKey);
        if (witness != null) {
            plain = false;
            long branch = witness.get(Witness.BRANCH);
            return branch == Witness.TOMBSTONE
                    ? new CommitResult.Abandoned(at)
                    : new CommitResult.Joined((int) branch, witness.get(Witness.AT));
        }
        Branch own = new Branch(this::find, at);
        List<Refusal> refusals = own.judge(set.writes());
        if (refusals.isEmpty()) {
            return apply(own, witnessKey, 0);
        }
        plain = false;
        for (int i = 0; i < set.alternatives().size(); i++) {
            Alternative alternative = set.alternatives().get(i);
            if (refusals.stream().allMatch(refusal -> alternative.answers().contains(refusal.write()))) {
                Branch instead = new Branch(this::find, at);
                if (instead.judge(alternative.writes()).isEmpty()) {
                    return apply(instead, witnessKey, i + 1);
                }
            }
        }
        return new CommitResult.Refused(refusals, at);
    }

    private CommitResult apply(Branch branch, RowKey witness, int number) {
        after.putAll(branch.changes());
        after.put(witness, Row.of(witness, 1, new Object[] {witness.values().get(0), (long) number, at}));
        return new CommitResult.Committed(number, at);
    }

    private @Nullable Row find(RowKey key) {
        Row changed = after.get(key);
        return changed != null || after.containsKey(key) ? changed : before.get(key);
    }
}
