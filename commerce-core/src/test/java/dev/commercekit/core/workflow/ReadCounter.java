package dev.commercekit.core.workflow;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.time.Instant;
import java.util.Collection;

/** Counts every request that does not commit. */
final class ReadCounter extends ForwardingStorage {

    private int reads;

    ReadCounter(Storage storage) {
        super(storage);
    }

    int count() {
        return reads;
    }

    @Override
    public Instant now() {
        reads++;
        return super.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        reads++;
        return super.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        reads++;
        return super.scan(scan);
    }

    @Override
    public void close() {}
}
