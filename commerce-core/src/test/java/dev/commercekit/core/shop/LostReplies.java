package dev.commercekit.core.shop;

import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;

/** A storage that loses a part of the replies, and of the requests, by seeded chance. */
final class LostReplies {

    private static final long SEED = Long.getLong("commercekit.seed", 20260301);
    private static final int PERCENT = 20;

    private LostReplies() {}

    static Storage over(Storage storage) {
        return new FaultyStorage(storage).randomly(SEED, PERCENT, StorageFault.lostReply(), StorageFault.lostRequest());
    }

    static void tell() {
        System.out.println("storage loses replies by -Dcommercekit.seed=" + SEED);
    }
}
