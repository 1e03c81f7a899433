package dev.commercekit.core.memory;

import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.storage.StorageContract;
import dev.commercekit.testkit.time.ManualClock;

class InMemoryStorageTest extends StorageContract {

    @Override
    protected Storage createStorage() {
        return InMemoryStorage.create(ManualClock.at("2026-01-31T12:00:00.123456789Z"));
    }

    @Override
    protected Storage createSecond(Storage first) {
        return ((InMemoryStorage) first).another();
    }
}
