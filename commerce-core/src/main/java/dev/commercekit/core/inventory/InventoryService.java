package dev.commercekit.core.inventory;

import dev.commercekit.IdGenerator;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.Command;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.core.key.Fingerprint;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The inventory over a storage. Of a SKU that is not tracked nothing is counted: receipts and adjustments are answered and
 * change nothing, holds always succeed, and none of them is in its ledger.
 */
public final class InventoryService implements Inventory {

    /** The tables that it needs. */
    public static final List<Table> TABLES =
            List.of(KeyClaims.TABLE, StockTable.TABLE, MovementTable.TABLE, HoldTable.TABLE);

    /** The most lines in one hold. */
    static final int MAX_LINES = 1_200;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final StockCounts counts;
    private final Holds holds;
    private final DueHolds due;
    private final Ledger ledger;

    /** Creates the service over a storage in which {@link #TABLES} are open, and which commits on the given way. */
    public InventoryService(Storage storage, CommitPath commits, IdGenerator ids) {
        CommandRunner runner = new CommandRunner(storage, commits, ids);
        this.counts = new StockCounts(storage, runner, ids);
        this.holds = new Holds(storage, runner);
        this.due = new DueHolds(storage, commits, ids);
        this.ledger = new Ledger(storage);
    }

    @Override
    public void setPolicy(Sku sku, StockPolicy policy) {
        Caller.require(Permission.MANAGE_STOCK);
        counts.setPolicy(Input.required(sku, "sku"), Input.required(policy, "policy"));
    }

    @Override
    public StockLevel receive(Sku sku, long quantity, IdempotencyKey key) {
        Fingerprint fingerprint = Fingerprint.v1()
                .field("sku", Input.required(sku, "sku").value())
                .field("quantity", Input.range(quantity, "quantity", 1, StockLine.MAX_QUANTITY));
        Command command = command("receive-stock", key, fingerprint);
        return counts.move(command, sku, Movement.Kind.RECEIVED, quantity, key.value());
    }

    @Override
    public StockLevel adjust(Sku sku, long delta, String reason, IdempotencyKey key) {
        Input.range(delta, "delta", -StockLine.MAX_QUANTITY, StockLine.MAX_QUANTITY);
        Input.that(delta != 0, "delta", "must not be zero");
        Fingerprint fingerprint = Fingerprint.v1()
                .field("sku", Input.required(sku, "sku").value())
                .field("delta", delta)
                .field("reason", Input.text(reason, "reason", 200));
        return counts.move(command("adjust-stock", key, fingerprint), sku, Movement.Kind.ADJUSTED, delta, reason);
    }

    @Override
    public StockLevel level(Sku sku) {
        return counts.level(Input.required(sku, "sku"));
    }

    @Override
    public Page<Movement> movements(Sku sku, PageRequest page) {
        Caller.require(Permission.MANAGE_STOCK);
        return ledger.page(Input.required(sku, "sku"), Input.required(page, "page"));
    }

    @Override
    public HoldResult hold(HoldId id, Collection<StockLine> lines, Duration expiresAfter, IdempotencyKey key) {
        Input.required(id, "holdId");
        List<StockLine> summed = StockLine.summed(Input.list(lines, "lines", MAX_LINES));
        Input.that(!summed.isEmpty(), "lines", "must not be empty");
        Input.that(
                Input.required(expiresAfter, "expiresAfter").compareTo(SHORTEST) >= 0
                        && expiresAfter.compareTo(LONGEST) <= 0,
                "expiresAfter",
                "must be between 1 second and 30 days");
        Fingerprint fingerprint = Fingerprint.v1()
                .field("hold", id.value())
                .field("expiresAfter", expiresAfter.toString())
                .field(
                        "lines",
                        summed.stream()
                                .flatMap(line -> Stream.of(line.sku().value(), Long.toString(line.quantity())))
                                .toList());
        return holds.hold(command("hold-stock", key, fingerprint), id, summed, expiresAfter);
    }

    @Override
    public Hold confirm(HoldId id, IdempotencyKey key) {
        return holds.confirm(command("confirm-hold", key, settlement(id)), id);
    }

    @Override
    public Hold release(HoldId id, IdempotencyKey key) {
        return holds.release(command("release-hold", key, settlement(id)), id);
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        Caller.require(Permission.MANAGE_STOCK);
        return holds.find(Input.required(id, "holdId"));
    }

    /**
     * Releases holds whose time is over by the storage's clock, but never those of orders. Housekeeping: it needs no
     * permission, and may be done by several instances at once.
     *
     * @param limit how many rows to look at, 1 to 10,000
     * @return how many holds were released
     */
    public int expireDue(int limit) {
        return due.expire(limit);
    }

    private static Fingerprint settlement(HoldId id) {
        return Fingerprint.v1().field("hold", Input.required(id, "holdId").value());
    }

    private static Command command(String name, IdempotencyKey key, Fingerprint fingerprint) {
        String caller = Caller.require(Permission.MANAGE_STOCK).name();
        return Command.of(name, caller, key, fingerprint);
    }
}
