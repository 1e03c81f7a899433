package dev.commercekit.testkit.storage;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ScanModel;
import dev.commercekit.testkit.storage.model.StorageModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The model as a storage, to see that the contract asks for nothing else, and to plant bugs into. */
class ModelStorage implements Storage {

    final StorageModel model = new StorageModel();
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Table> known = new HashSet<>();
    private Instant time = Instant.parse("2026-01-31T12:00:00.123456Z");
    private boolean closed;

    @Override
    public void open(Collection<Table> tables) {
        requireOpen();
        known.addAll(tables);
        known.add(Witness.TABLE);
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            requireOpen();
            time = time.plus(Duration.ofNanos(1_000));
            return time;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        lock.lock();
        try {
            Instant at = now();
            keys.forEach(key -> requireKnown(key.table()));
            return new Reading(
                    keys.stream()
                            .distinct()
                            .map(model::find)
                            .flatMap(Optional::stream)
                            .toList(),
                    at);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reading scan(Scan scan) {
        lock.lock();
        try {
            Instant at = now();
            requireKnown(scan.table());
            return new Reading(ScanModel.scan(scan, model.rows(scan.table())), at);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        lock.lock();
        try {
            Instant at = now();
            for (WriteSet set : sets) {
                set.writes().stream().map(Write::key).map(RowKey::table).forEach(this::requireKnown);
            }
            return sets.stream().map(set -> model.apply(set, at)).toList();
        } finally {
            lock.unlock();
        }
    }

    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageException("closed", false);
        }
    }

    private void requireKnown(Table table) {
        if (!known.contains(table)) {
            throw new StorageException("unknown table " + table, false);
        }
    }
}
