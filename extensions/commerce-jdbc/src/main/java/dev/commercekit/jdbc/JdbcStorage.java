package dev.commercekit.jdbc;

import dev.commercekit.Input;
import dev.commercekit.jdbc.commit.Committer;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.read.Reader;
import dev.commercekit.jdbc.schema.Schema;
import dev.commercekit.jdbc.session.FileSessions;
import dev.commercekit.jdbc.session.HostSessions;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tables in a SQL database: each is a real table with typed columns, its indexes and its checks, which a person can
 * query. Several instances, in any number of processes, may share a database.
 *
 * <p>What a commit reports as committed survives what the database survives. A file survives the end of the process at any
 * moment and a loss of power, as far as the disk keeps what it says that it has kept. PostgreSQL does the same at its
 * defaults ({@code fsync} and {@code synchronous_commit} on); with asynchronous replication a failover may lose commits.
 *
 * <p>Time is the database's own: PostgreSQL's {@code clock_timestamp()}, in microseconds; for a file the machine's clock, in
 * milliseconds. In a file a moment is text such as {@code 2026-01-31T12:00:00.123456Z} and a decimal is text.
 *
 * <p>A list of sets that meets rows held by others for longer than the options say is parted: the sets that need these rows go
 * after the others, and those that cannot go at all are {@link CommitResult.InDoubt} although nothing of them was applied, so
 * that their callers send them again. A set that is refused because a row is absent was so when the row was looked for.
 *
 * <p>Text that holds a NUL character or is not valid Unicode, and moments outside of the years 1 to 9999, are refused with an
 * error that cannot be retried. PostgreSQL gives a decimal of negative scale back with scale 0.
 */
public final class JdbcStorage implements JoinableStorage<Connection> {

    private final Sessions sessions;
    private final JdbcOptions options;
    private final Runnable check;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Engine engine;
    private volatile boolean closed;

    private record Engine(SqlProduct product, Schema schema, KnownTables tables, Reader reader, Committer committer) {}

    private JdbcStorage(Sessions sessions, JdbcOptions options, Runnable check) {
        this.sessions = sessions;
        this.options = Input.required(options, "options");
        this.check = check;
    }

    /** Returns a storage in the database behind a data source, which stays the host's: it is never closed here. */
    public static JdbcStorage on(DataSource dataSource) {
        return on(dataSource, JdbcOptions.defaults());
    }

    /**
     * Returns a storage in the database behind a data source, which stays the host's: it is never closed here. A connection is
     * taken for each call and given back in the mode in which it came; a pool may have any settings.
     */
    public static JdbcStorage on(DataSource dataSource, JdbcOptions options) {
        return new JdbcStorage(new HostSessions(Input.required(dataSource, "dataSource")), options, () -> {});
    }

    /**
     * Returns a storage in a file in a directory that exists; with {@link SchemaHandling#CREATE} the file itself is created too.
     * It needs the driver {@code org.xerial:sqlite-jdbc}. Beside it stand two more files of the same name while it is open; back it up with
     * SQLite's own means, or all of them together while it is closed.
     */
    public static JdbcStorage file(Path path) {
        return file(path, JdbcOptions.defaults());
    }

    /** Returns a storage in a file, as {@link #file(Path)} does, with options. */
    public static JdbcStorage file(Path path, JdbcOptions options) {
        DatabaseFile file = new DatabaseFile(Input.required(path, "path"));
        return new JdbcStorage(new FileSessions(file::open), options, () -> file.check(options.handling()));
    }

    /**
     * Returns the statements that create tables and record how they are made, for migrations of the host's own; each ends
     * with a semicolon and a line break. What is there already is left alone.
     */
    public static String ddl(SqlProduct product, JdbcOptions options, Collection<Table> tables) {
        Schema schema = new Schema(product.dialect(), options.naming());
        StringBuilder script = new StringBuilder();
        schema.ddl(withWitness(tables))
                .forEach(statement -> script.append(statement).append(";\n"));
        return script.toString();
    }

    private static Set<Table> withWitness(Collection<Table> tables) {
        Set<Table> all = new LinkedHashSet<>(Set.of(Witness.TABLE));
        all.addAll(tables);
        return all;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if the database cannot be reached or is none that is known, or its tables do not fit
     */
    @Override
    public void open(Collection<Table> tables) {
        requireOpen();
        opening.lock();
        try {
            Engine opened = engine;
            if (opened == null) {
                check.run();
                opened = connect();
            }
            Set<Table> all = withWitness(tables);
            opened.tables().check(all);
            switch (options.handling()) {
                case CREATE -> opened.schema().create(sessions, all);
                case VALIDATE -> opened.schema().validate(sessions, all);
                default -> {}
            }
            opened.tables().add(all);
            engine = opened;
        } catch (Undone undone) {
            throw undone.toStorageException();
        } finally {
            opening.unlock();
        }
    }

    private Engine connect() throws Undone {
        SqlProduct product = Products.detect(sessions);
        Dialect dialect = product.dialect();
        KnownTables tables = new KnownTables(dialect, options.naming());
        return new Engine(
                product,
                new Schema(dialect, options.naming()),
                tables,
                new Reader(sessions, dialect, tables, dialect::transaction),
                new Committer(sessions, dialect, tables, options.batchLockTimeout(), options.lockTimeout()));
    }

    @Override
    public Instant now() {
        return engine().reader().now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return engine().reader().get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        return engine().reader().scan(scan);
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        return engine().committer().commitAll(sets);
    }

    /** {@inheritDoc} PostgreSQL carries out two, a file one. */
    @Override
    public int commitsAtOnce() {
        return engine().product().dialect().locksRows() ? 2 : 1;
    }

    @Override
    public Class<Connection> transactionType() {
        return Connection.class;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The transaction is that of a connection to the same database whose {@code autoCommit} is off; it may be of the pool that
     * the storage uses, or of any other. If the options name no schema, its {@code search_path} must lead to the tables. A set
     * waits for rows as long as the options say for one that is committed alone.
     *
     * <p>On PostgreSQL the transaction must be {@code READ COMMITTED}. A file has one writer: the transaction becomes it when it is
     * joined, and waits for another one as long as the connection's own {@code busy_timeout} says. If it has read before and
     * another has written since, SQLite lets it write no more; begin such a transaction with {@code BEGIN IMMEDIATE}, or join
     * before anything is read. While it lasts nobody else writes to the file, not even the shop itself.
     */
    @Override
    public Storage join(Connection transaction) {
        Engine opened = engine();
        return Joins.join(transaction, opened.product(), opened.tables(), options);
    }

    /** Closes the connections to a file; a data source stays open. Calls that are on their way come to their end. */
    @Override
    public void close() {
        closed = true;
        sessions.close();
    }

    private Engine engine() {
        requireOpen();
        Engine opened = engine;
        if (opened == null) {
            throw new StorageException("the storage was not opened", false);
        }
        return opened;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageException("the storage is closed", false);
        }
    }
}
