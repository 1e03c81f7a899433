package dev.commercekit.core.cart;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.key.Attempt;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps carts in a table of the storage. It owns nothing and closes nothing. */
public final class StorageCartStore implements CartStore {

    /** The cart's id. */
    public static final Column<String> ID = Column.text("id");

    /** The document. */
    public static final Column<String> BODY = Column.json("body");

    /** When it last changed, by the storage's clock. */
    public static final Column<Instant> CHANGED_AT = Column.instant("changed_at");

    /** The table; its index {@code by_time} is for forgetting carts that nobody touches. */
    public static final Table TABLE = Table.named("cart", ID)
            .columns(BODY, CHANGED_AT)
            .index("by_time", CHANGED_AT)
            .build();

    private final Storage storage;
    private final CommitPath commits;
    private final IdGenerator ids;
    private final CommandRunner runner;

    /** Creates a store over a storage in which {@link #TABLE} is open, and which commits on the given way. */
    public StorageCartStore(Storage storage, CommitPath commits, IdGenerator ids) {
        this.storage = storage;
        this.commits = commits;
        this.ids = ids;
        this.runner = new CommandRunner(storage, commits, ids);
    }

    @Override
    public Optional<StoredCart> find(CartId id) {
        RowKey key = key(id);
        return storage.get(List.of(key)).find(key).map(StorageCartStore::stored);
    }

    @Override
    public boolean put(CartId id, long expectedVersion, String document) {
        RowKey key = key(id);
        Input.range(expectedVersion, "expectedVersion", 0, Long.MAX_VALUE);
        Input.required(document, "document");
        Write write =
                expectedVersion == 0 ? Write.insert(key, values(document)) : update(id, expectedVersion, document);
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), write));
        return result.applied();
    }

    @Override
    public void remove(CartId id) {
        RowKey key = key(id);
        runner.run("remove-cart", List.of(key), reading -> {
            List<Write> deletion =
                    reading.find(key).<Write>map(Write::delete).map(List::of).orElse(List.of());
            return new Attempt<>(deletion, id);
        });
    }

    /** Does nothing: the storage is its owner's. */
    @Override
    public void close() {}

    /** Returns the scan for the carts that nobody changed after the given time, the oldest first. */
    public static Scan untouchedSince(Instant time) {
        return Scan.of(TABLE, "by_time").to(time);
    }

    /** Returns whether the cart in the row is a guest's. */
    public static boolean isOfGuest(Row row) {
        return CartDocument.read(CartId.of(row.get(ID)), row.get(BODY)).buyer() instanceof Buyer.Guest;
    }

    static StoredCart stored(Row row) {
        return new StoredCart(row.get(BODY), row.version());
    }

    static Write update(CartId id, long version, String document) {
        return Write.update(key(id), version, values(document));
    }

    private static Consumer<Values.Setter> values(String document) {
        return setter -> setter.set(BODY, document).setToNow(CHANGED_AT, Duration.ZERO);
    }

    static RowKey key(CartId id) {
        return TABLE.key(Input.required(id, "cartId").value());
    }
}
