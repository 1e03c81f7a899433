package dev.commercekit.core.lincheck;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.List;

/** Two accounts that must not go below zero, and the write sets that contenders send. */
public final class Ledger {

    private static final Column<String> ID = Column.text("id");

    /** What is on an account. */
    public static final Column<Long> BALANCE = Column.number("balance");

    /** The table of the accounts. */
    public static final Table ACCOUNTS =
            Table.named("account", ID).columns(BALANCE).build();

    /** The keys of both accounts. */
    public static final List<RowKey> BOTH = List.of(ACCOUNTS.key("first"), ACCOUNTS.key("second"));

    private static final Table UNKNOWN =
            Table.named("unknown", ID).columns(BALANCE).build();

    private Ledger() {}

    static WriteSet add(String id, boolean first, long amount) {
        return set(id, addition(account(first), amount));
    }

    static WriteSet move(String id, boolean fromFirst) {
        return set(id, addition(account(fromFirst), -1), addition(account(!fromFirst), 1));
    }

    static WriteSet ofUnknownTable(String id) {
        return set(id, addition(UNKNOWN.key("x"), 1));
    }

    private static RowKey account(boolean first) {
        return BOTH.get(first ? 0 : 1);
    }

    private static WriteSet set(String id, Write... writes) {
        return WriteSet.of(new WriteSetId(id), writes);
    }

    private static Write addition(RowKey key, long amount) {
        return Write.add(key, BALANCE, amount).withFloor(0).orInsert(values -> values.set(BALANCE, 0L));
    }
}
