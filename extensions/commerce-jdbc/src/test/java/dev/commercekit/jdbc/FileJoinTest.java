package dev.commercekit.jdbc;

import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.testkit.storage.JoinableStorageContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class FileJoinTest extends JoinableStorageContract<Connection> {

    @TempDir
    private Path folder;

    private Transactions transactions;

    /** Returns connections to a file, which wait for its writer only briefly. */
    static SQLiteDataSource source(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        source.getConfig().setBusyTimeout(200);
        return source;
    }

    @Override
    protected JoinableStorage<Connection> createStorage() {
        transactions = new Transactions(source(folder.resolve("shop.db")));
        return JdbcStorage.file(folder.resolve("shop.db"));
    }

    @Override
    protected Connection begin() {
        return transactions.begin();
    }

    @Override
    protected void commit(Connection transaction) {
        transactions.commit(transaction);
    }

    @Override
    protected void rollBack(Connection transaction) {
        transactions.rollBack(transaction);
    }

    @AfterEach
    void closeAll() throws SQLException {
        transactions.close();
    }
}
