package dev.commercekit.core.lincheck;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;

/** The calls that contenders make, each with an answer that the sequential model must be able to give too. */
public abstract class Operations {

    private final AtomicInteger ids = new AtomicInteger();

    /** Returns an id that was not used before. */
    protected final String id() {
        return "set" + ids.incrementAndGet();
    }

    /** Commits one set. */
    protected abstract CommitResult commit(WriteSet set);

    /** Reads both accounts. */
    protected abstract Reading readBoth();

    /** Returns what is to be compared of a result. */
    protected String told(CommitResult result) {
        return result.getClass().getSimpleName();
    }

    /** Adds one to an account. */
    @Operation
    public String add(boolean first) {
        return told(commit(Ledger.add(id(), first, 1)));
    }

    /** Takes one from an account, if it is there. */
    @Operation
    public String take(boolean first) {
        return told(commit(Ledger.add(id(), first, -1)));
    }

    /** Moves one from an account to the other, if it is there. */
    @Operation
    public String move(boolean fromFirst) {
        return told(commit(Ledger.move(id(), fromFirst)));
    }

    /** Sends one and the same set, which must be applied once. */
    @Operation
    public String repeat() {
        return told(commit(Ledger.add("again", true, 1)));
    }

    /** Sends what breaks the contract, which must fail this call and no other. */
    @Operation
    public String broken() {
        try {
            return told(commit(Ledger.ofUnknownTable(id())));
        } catch (StorageException failure) {
            return "failed";
        }
    }

    /** Reads both accounts at one moment. */
    @Operation
    public List<Long> read() {
        List<Long> balances = new ArrayList<>();
        readBoth().rows().forEach(row -> balances.add(row.get(Ledger.BALANCE)));
        return balances;
    }
}
