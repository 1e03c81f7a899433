package dev.commercekit.jdbc;

import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.storage.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest extends StorageContract {

    @TempDir
    private Path folder;

    @Override
    protected Storage createStorage() {
        return JdbcStorage.file(folder.resolve("shop.db"));
    }

    @Override
    protected Storage createSecond(Storage first) {
        return JdbcStorage.file(folder.resolve("shop.db"));
    }
}
