package dev.commercekit.core.event;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a round of the relay does with one aggregate.
 *
 * @param writes what is written before anything is handed over: claims, marks, postponements
 * @param taken the event that is handed over once that is committed, as it was before
 */
record Turn(List<Write> writes, Optional<Row> taken) {

    /** Returns whether an earlier taker of the event never came back: it crashed, and the event may be why. */
    static boolean isSuspect(Row event) {
        return event.get(EventTable.ATTEMPTS) > 0
                && event.find(EventTable.ERROR).isEmpty();
    }

    /**
     * An event that this relay alone hands over, for a while.
     *
     * @param row the event as it was before
     * @param until when somebody else may take it, by the storage's clock
     */
    record Claim(Row row, Instant until) {

        RowKey key() {
            return row.key();
        }

        String id() {
            return row.get(EventTable.ID);
        }

        long attempt() {
            return row.get(EventTable.ATTEMPTS) + 1;
        }

        long version() {
            return row.version() + 1;
        }

        /** Returns the write that marks the event as handed over to everyone; it is refused if the claim was lost. */
        Write published() {
            return EventTable.published(key(), version());
        }

        /** Returns the write that changes nothing, but is refused if the claim was lost. */
        Write stands() {
            return new Write.Require(key(), version());
        }
    }
}
