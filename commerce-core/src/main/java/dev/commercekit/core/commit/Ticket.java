package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import org.jspecify.annotations.Nullable;

/** A write set in the queue, and the thread that waits for its result or for its turn. */
final class Ticket {

    /** What its thread does next. */
    enum Turn {
        /** Wait: the set is in the queue or on its way. */
        WAIT,
        /** Commit the next batch, which begins with this set. */
        LEAD,
        /** Commit this set alone: its batch failed, and nobody should pay for another. */
        ALONE,
        /** Go home with the result. */
        DONE
    }

    private final WriteSet set;
    private final Parking parking;
    private final Thread owner = Thread.currentThread();
    private @Nullable CommitResult result;
    private volatile Turn turn = Turn.WAIT;

    Ticket(WriteSet set, Parking parking) {
        this.set = set;
        this.parking = parking;
    }

    WriteSet set() {
        return set;
    }

    CommitResult result() {
        if (result == null) {
            throw new IllegalStateException("no result yet");
        }
        return result;
    }

    /** Makes the ticket's thread lead; it stays at the head of the queue until that thread takes it. */
    void lead() {
        turn(Turn.LEAD, null);
    }

    void turn(Turn next, @Nullable CommitResult outcome) {
        result = outcome;
        turn = next;
        if (owner != Thread.currentThread()) {
            parking.unpark(owner);
        }
    }

    /** Waits for another turn than {@code WAIT}. An interrupt does not end it, for the set may be on its way; it is kept. */
    Turn await() {
        boolean interrupted = false;
        while (turn == Turn.WAIT) {
            parking.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return turn;
    }
}
