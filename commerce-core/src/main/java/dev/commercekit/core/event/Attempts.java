package dev.commercekit.core.event;

import dev.commercekit.core.commit.Commits;
import dev.commercekit.core.event.Turn.Claim;
import dev.commercekit.storage.Write;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records how an attempt to hand over an event ended. What is refused is left out: then somebody else took the event. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private static final int LONGEST_ERROR = 500;

    private final Commits commits;
    private final RelayPolicy policy;

    Attempts(Commits commits, RelayPolicy policy) {
        this.commits = commits;
        this.policy = policy;
    }

    /** Commits those of the writes that are not refused. */
    void commit(Write... writes) {
        Map<Write, List<Write>> each = new LinkedHashMap<>();
        for (Write write : writes) {
            each.put(write, List.of(write));
        }
        commits.commitEach(each);
    }

    /** Gives an event back that was not handed over after all; the attempt does not count. */
    void release(Claim claim) {
        commit(Write.update(
                claim.key(),
                claim.version(),
                values -> values.set(EventTable.ATTEMPTS, claim.attempt() - 1)
                        .setToNow(EventTable.DUE_AT, Duration.ZERO)
                        .set(EventTable.ERROR, claim.row().find(EventTable.ERROR))));
    }

    /** Lets the event wait for its next attempt, or parks it after the last. */
    void failed(Claim claim, String consumer, Exception exception) {
        boolean parked = claim.attempt() >= policy.attempts();
        if (parked) {
            log.error("event {} is parked: attempt {} failed at {}", claim.id(), claim.attempt(), consumer, exception);
        } else if (claim.attempt() == 1) {
            log.warn("event {} failed at {} and will be tried again", claim.id(), consumer, exception);
        } else {
            log.warn("attempt {} for event {} failed at {}: {}", claim.attempt(), claim.id(), consumer, exception);
        }
        String error = describe(consumer, exception);
        commit(
                parked
                        ? EventTable.parked(claim.key(), claim.version(), error)
                        : Write.update(
                                claim.key(),
                                claim.version(),
                                values -> values.set(EventTable.ERROR, error)
                                        .setToNow(EventTable.DUE_AT, policy.backoff(claim.attempt()))));
    }

    private static String describe(String consumer, Exception exception) {
        String text = (consumer + ": " + exception.getClass().getName() + ": " + exception.getMessage())
                .replaceAll("\\p{Cntrl}+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST_ERROR
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ERROR));
    }
}
