package dev.commercekit.testkit.storage;

import dev.commercekit.storage.Storage;

class ModelStorageTest extends StorageContract {

    @Override
    protected Storage createStorage() {
        return new ModelStorage();
    }
}
