package dev.commercekit.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileShopTest extends SqlShopContracts {

    @TempDir
    private Path folder;

    private SqlShop sqlShop;

    @BeforeEach
    void open() {
        sqlShop = SqlShop.inRealTime(() -> JdbcStorage.file(folder.resolve("shop.db")));
    }

    @Override
    SqlShop shop() {
        return sqlShop;
    }
}
