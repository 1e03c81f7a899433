package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a storage must do, as plainly as it can be said: one set at a time over a sorted map of all rows. */
public final class StorageModel {

    private final Map<RowKey, Row> rows = new TreeMap<>();

    /** Returns the rows of a table in the order of the key. */
    public List<Row> rows(Table table) {
        return rows.values().stream()
                .filter(row -> row.key().table().equals(table))
                .toList();
    }

    /** Returns the row with the key, if there is one. */
    public Optional<Row> find(RowKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Applies a set at the given time of the storage. */
    public CommitResult apply(WriteSet set, Instant at) {
        Row witness = rows.get(Witness.of(set.id()));
        if (witness != null) {
            long branch = witness.get(Witness.BRANCH);
            return branch < 0
                    ? new CommitResult.Abandoned(at)
                    : new CommitResult.Joined((int) branch, witness.get(Witness.AT));
        }
        List<Refusal> refusals = refusals(set.writes(), at);
        if (refusals.isEmpty()) {
            return take(set, 0, set.writes(), at);
        }
        int branch = 0;
        for (Alternative alternative : set.alternatives()) {
            branch++;
            boolean answersAll = true;
            for (Refusal refusal : refusals) {
                answersAll &= alternative.answers().contains(refusal.write());
            }
            if (answersAll && refusals(alternative.writes(), at).isEmpty()) {
                return take(set, branch, alternative.writes(), at);
            }
        }
        return new CommitResult.Refused(refusals, at);
    }

    private CommitResult take(WriteSet set, int branch, List<Write> writes, Instant at) {
        for (Write write : writes) {
            Row after = after(write, at);
            if (after == null) {
                rows.remove(write.key());
            } else {
                rows.put(write.key(), after);
            }
        }
        RowKey witness = Witness.of(set.id());
        rows.put(witness, Row.of(witness, 1, new Object[] {set.id().value(), (long) branch, at}));
        return new CommitResult.Committed(branch, at);
    }

    private List<Refusal> refusals(List<Write> writes, Instant at) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            Reason reason = refusal(writes.get(i), at);
            if (reason != null) {
                refusals.add(new Refusal(i, reason));
            }
        }
        return refusals;
    }

    private @Nullable Reason refusal(Write write, Instant at) {
        Row before = rows.get(write.key());
        if (write instanceof Write.Insert) {
            if (before != null) {
                return Reason.EXISTS;
            }
        } else if (write instanceof Write.Add add) {
            if (before == null && add.initial().isEmpty()) {
                return Reason.ABSENT;
            }
            BigInteger sum = sum(add, at);
            if (sum.compareTo(BigInteger.valueOf(add.floor())) < 0
                    || sum.compareTo(BigInteger.valueOf(add.ceiling())) > 0) {
                return Reason.BOUND;
            }
        } else if (before == null) {
            return Reason.ABSENT;
        } else if (before.version() != version(write)) {
            return Reason.VERSION;
        }
        Row after = after(write, at);
        boolean kept = after == null
                || write instanceof Write.Require
                || write.key().table().checks().stream().allMatch(check -> check.holds(after));
        return kept ? null : Reason.CHECK;
    }

    private static long version(Write write) {
        if (write instanceof Write.Update update) {
            return update.version();
        }
        return write instanceof Write.Delete delete ? delete.version() : ((Write.Require) write).version();
    }

    /** The row after a write whose preconditions hold, or null where it is gone. */
    private @Nullable Row after(Write write, Instant at) {
        Row before = rows.get(write.key());
        if (write instanceof Write.Insert insert) {
            return row(insert.key(), 1, insert.values().applyTo(null, at));
        }
        if (write instanceof Write.Update update && before != null) {
            return row(update.key(), before.version() + 1, update.values().applyTo(before.values(), at));
        }
        if (write instanceof Write.Add add) {
            @Nullable Object[] values = base(add, at).values();
            values[add.key().table().position(add.column())] = sum(add, at).longValueExact();
            return row(add.key(), before == null ? 1 : before.version() + 1, values);
        }
        return write instanceof Write.Delete ? null : before;
    }

    private BigInteger sum(Write.Add add, Instant at) {
        return BigInteger.valueOf(base(add, at).get(add.column())).add(BigInteger.valueOf(add.delta()));
    }

    private Row base(Write.Add add, Instant at) {
        return find(add.key())
                .orElseGet(() -> row(add.key(), 1, add.initial().orElseThrow().applyTo(null, at)));
    }

    private static Row row(RowKey key, long version, @Nullable Object[] values) {
        for (int i = 0; i < key.values().size(); i++) {
            values[i] = key.values().get(i);
        }
        return Row.of(key, version, values);
    }
}
