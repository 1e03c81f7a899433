package dev.commercekit.jdbc;

import dev.commercekit.jdbc.commit.JoinedCommitter;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.read.Reader;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The storage as it is inside of one transaction of the host. */
final class JoinedStorage implements Storage {

    private final KnownTables tables;
    private final Reader reader;
    private final JoinedCommitter committer;
    private volatile boolean closed;

    JoinedStorage(KnownTables tables, Reader reader, JoinedCommitter committer) {
        this.tables = tables;
        this.reader = reader;
        this.committer = committer;
    }

    @Override
    public void open(Collection<Table> wanted) {
        requireOpen();
        wanted.forEach(tables::statements);
    }

    @Override
    public Instant now() {
        requireOpen();
        return reader.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        requireOpen();
        return reader.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        requireOpen();
        return reader.scan(scan);
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        requireOpen();
        return committer.commitAll(sets);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageException("the view of the transaction is closed", false);
        }
    }
}
