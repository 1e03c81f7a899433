package dev.commercekit.core.inventory;

import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.core.key.Attempt;
import dev.commercekit.core.key.Command;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.HoldSettledException;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The holds that callers of the inventory make and settle. */
final class Holds {

    private static final String ID_SCOPE = KeyClaims.scope("hold-id", "");
    private static final JsonCodec<HoldResult> RESULTS = CommerceJson.codec(HoldResult.class);
    private static final JsonCodec<Hold> HOLDS = CommerceJson.codec(Hold.class);

    private final Storage storage;
    private final CommandRunner runner;

    Holds(Storage storage, CommandRunner runner) {
        this.storage = storage;
        this.runner = runner;
    }

    /**
     * Sets units aside. A shortage is claimed only as it was read, so that the answer says truly what was short; a plan that
     * looked well and was refused is made again from what is there then.
     */
    HoldResult hold(Command command, HoldId id, List<StockLine> lines, Duration expiresAfter) {
        RowKey name = KeyClaims.TABLE.key(ID_SCOPE, id.value());
        List<RowKey> reads = new ArrayList<>(StockWrites.reads(lines));
        reads.add(name);
        return runner.once(command, RESULTS, reads, reading -> {
            if (reading.find(name).isPresent() || !rows(id).isEmpty()) {
                throw new InvalidInputException("holdId", "must not name another hold");
            }
            HoldPlan plan = StockWrites.plan(id, lines, reading, expiresAfter, Holder.API);
            if (!plan.shortages().isEmpty()) {
                return Attempt.answer(new HoldResult.OutOfStock(plan.shortages()));
            }
            List<Write> writes = new ArrayList<>();
            writes.add(KeyClaims.claim(name, command.fingerprint(), Optional.empty(), Optional.empty()));
            writes.addAll(plan.writes());
            return Attempt.of(writes, new HoldResult.Held(plan.hold()));
        });
    }

    Hold confirm(Command command, HoldId id) {
        return settle(command, id, HoldState.SOLD);
    }

    Hold release(Command command, HoldId id) {
        return settle(command, id, HoldState.RELEASED);
    }

    Optional<Hold> find(HoldId id) {
        List<Row> rows = rows(id);
        return rows.isEmpty() ? Optional.empty() : Optional.of(HoldTable.read(rows));
    }

    private Hold settle(Command command, HoldId id, HoldState state) {
        return runner.once(command, HOLDS, List.of(), claim -> {
            List<Row> rows = rows(id);
            if (rows.isEmpty()) {
                throw new NotFoundException("hold", id.value());
            }
            Hold hold = HoldTable.read(rows);
            boolean mine = rows.get(0).get(HoldTable.HOLDER).equals(Holder.API.text());
            if (mine && hold.state() == state) {
                return Attempt.answer(hold);
            }
            if (!mine || !HoldState.TRANSITIONS.allows(hold.state(), state)) {
                throw new HoldSettledException(id, hold.state());
            }
            List<Write> writes = state == HoldState.SOLD ? StockWrites.confirm(rows) : StockWrites.release(rows);
            return Attempt.of(writes, new Hold(id, state, hold.lines(), hold.expiresAt()));
        });
    }

    private List<Row> rows(HoldId id) {
        return storage.scan(HoldTable.rows(id)).rows();
    }
}
