package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Transactions.execute;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The host has connections of its own to the file, whose transactions read before they write. */
class FileJoinedShopTest extends JoinedShopRules {

    @TempDir
    private Path folder;

    @Override
    SqlShop openSqlShop() {
        return SqlShop.inRealTime(() -> JdbcStorage.file(folder.resolve("shop.db")));
    }

    @Override
    Transactions openTransactions() {
        SQLiteDataSource source = FileJoinTest.source(folder.resolve("shop.db"));
        try (Connection connection = source.getConnection()) {
            execute(connection, "CREATE TABLE host_invoice (id INTEGER)");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return new Transactions(source);
    }
}
