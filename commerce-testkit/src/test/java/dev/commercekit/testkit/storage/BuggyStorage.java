package dev.commercekit.testkit.storage;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The model as a storage, with one bug. */
final class BuggyStorage extends ModelStorage {

    private Commits commits = (sets, real) -> real.each(sets, set -> set);
    private UnaryOperator<Row> rows = row -> row;
    private UnaryOperator<Scan> scans = scan -> scan;

    static BuggyStorage commits(Commits how) {
        BuggyStorage storage = new BuggyStorage();
        storage.commits = how;
        return storage;
    }

    static BuggyStorage rows(UnaryOperator<Row> how) {
        BuggyStorage storage = new BuggyStorage();
        storage.rows = how;
        return storage;
    }

    static BuggyStorage scans(UnaryOperator<Scan> how) {
        BuggyStorage storage = new BuggyStorage();
        storage.scans = how;
        return storage;
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return changed(super.get(keys));
    }

    @Override
    public Reading scan(Scan scan) {
        return changed(super.scan(scans.apply(scan)));
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        return alone(() -> commits.commitAll(sets, new Real()));
    }

    private Reading changed(Reading reading) {
        return new Reading(reading.rows().stream().map(rows).toList(), reading.at());
    }

    /** How sets are committed. */
    @FunctionalInterface
    interface Commits {

        List<CommitResult> commitAll(List<WriteSet> sets, Real real);
    }

    /** The storage without the bug. */
    final class Real {

        CommitResult apply(WriteSet set) {
            return BuggyStorage.super.commitAll(List.of(set)).get(0);
        }

        Optional<Row> find(RowKey key) {
            return model.find(key);
        }

        List<CommitResult> each(List<WriteSet> sets, UnaryOperator<WriteSet> change) {
            return BuggyStorage.super.commitAll(sets.stream().map(change).toList());
        }

        List<CommitResult> each(List<WriteSet> sets, BiFunction<WriteSet, CommitResult, CommitResult> change) {
            List<CommitResult> results = new ArrayList<>();
            for (WriteSet set : sets) {
                results.add(change.apply(set, apply(set)));
            }
            return results;
        }
    }
}
