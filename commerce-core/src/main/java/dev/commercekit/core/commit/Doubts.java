package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Settles what became of sets whose reply was lost, by sending them again: the witness admits a set only once. A set that is
 * refused then may still be on its way from before, so a tombstone is put in its place before the refusal is believed.
 */
final class Doubts {

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Function<WriteSet, CommitResult> sender;
    private final LongSupplier nanos;
    private final Pause pause;
    private final Duration patience;

    Doubts(Function<WriteSet, CommitResult> sender, LongSupplier nanos, Pause pause, Duration patience) {
        this.sender = sender;
        this.nanos = nanos;
        this.pause = pause;
        this.patience = patience;
    }

    CommitResult settle(WriteSet set, CommitResult.InDoubt doubt) {
        long start = nanos.getAsLong();
        Case open = new Case(set, doubt.reason());
        for (Duration step = SHORTEST; nanos.getAsLong() - start < patience.toNanos(); step = next(step)) {
            pause(step, open);
            try {
                CommitResult result = open.tryAgain();
                if (result != null) {
                    return result;
                }
            } catch (StorageException failure) {
                // It says that this attempt changed nothing; of the first one it knows nothing.
                open.reason = String.valueOf(failure.getMessage());
                if (!failure.retryable()) {
                    break;
                }
            }
        }
        throw open.unsettled();
    }

    private void pause(Duration step, Case open) {
        try {
            pause.pause(step);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            open.reason = "interrupted after: " + open.reason;
            throw open.unsettled();
        }
    }

    private static Duration next(Duration step) {
        Duration twice = step.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    private final class Case {

        private final WriteSet set;
        private String reason;
        private CommitResult.@Nullable Refused refused;

        Case(WriteSet set, String reason) {
            this.set = set;
            this.reason = reason;
        }

        InDoubtException unsettled() {
            return new InDoubtException(set.id(), reason);
        }

        /** Returns what became of the set, or null if that is still open. */
        @Nullable
        CommitResult tryAgain() {
            CommitResult result = sender.apply(set);
            if (result instanceof CommitResult.Refused now) {
                refused = now;
                result = sender.apply(tombstone());
                // If the tombstone is refused, the set has been applied meanwhile, or given up; the next attempt tells.
                boolean settled = result.applied();
                return settled ? now : null;
            }
            if (result instanceof CommitResult.Abandoned && refused != null) {
                return refused;
            }
            if (result instanceof CommitResult.InDoubt still) {
                reason = still.reason();
                return null;
            }
            return result;
        }

        private WriteSet tombstone() {
            byte[] name = ("tombstone of " + set.id()).getBytes(StandardCharsets.UTF_8);
            return WriteSet.of(WriteSetId.of(UUID.nameUUIDFromBytes(name)), Witness.tombstone(set.id()));
        }
    }
}
