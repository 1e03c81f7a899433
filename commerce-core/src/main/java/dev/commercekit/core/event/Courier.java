package dev.commercekit.core.event;

import dev.commercekit.InvalidInputException;
import dev.commercekit.core.commit.Commits;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.event.Subscriptions.Applying;
import dev.commercekit.core.event.Subscriptions.Calling;
import dev.commercekit.core.event.Subscriptions.Subscription;
import dev.commercekit.core.event.Turn.Claim;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands one claimed event to each consumer that has not had it, and records what became of that. Thread-safe. */
final class Courier {

    private static final int MOST_CONFLICTS = 10;

    private final Commits commits;
    private final StorageClock clock;
    private final EventTable table;
    private final Subscriptions subscriptions;
    private final Attempts attempts;

    Courier(Commits commits, StorageClock clock, EventTable table, Subscriptions subscriptions, RelayPolicy policy) {
        this.commits = commits;
        this.clock = clock;
        this.table = table;
        this.subscriptions = subscriptions;
        this.attempts = new Attempts(commits, policy);
    }

    /**
     * Delivers an event. What goes wrong with a consumer is recorded with the event; a failure of the storage is thrown, and
     * the event comes again when the claim is over.
     *
     * @param claim the event
     * @param had the keys of the inbox rows that were there when the event was claimed
     */
    void deliver(Claim claim, Set<RowKey> had) {
        if (!clock.latest().isBefore(claim.until())) {
            attempts.release(claim);
            return;
        }
        OrderEvent event;
        try {
            event = table.read(claim.row());
        } catch (RuntimeException unreadable) {
            attempts.failed(claim, "reading", unreadable);
            return;
        }
        new Delivery(claim, event)
                .run(subscriptions.matching(event.getClass()).stream()
                        .filter(consumer -> !had.contains(Inbox.key(consumer.consumer(), event.id())))
                        .toList());
    }

    private final class Delivery {

        private final Claim claim;
        private final OrderEvent event;
        private Optional<Exception> failure = Optional.empty();
        private String culprit = "";
        private boolean lost;

        Delivery(Claim claim, OrderEvent event) {
            this.claim = claim;
            this.event = event;
        }

        void run(List<Subscription> consumers) {
            if (consumers.isEmpty()) {
                attempts.commit(claim.published());
            }
            for (int i = 0; i < consumers.size() && !lost; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    attempts.release(claim);
                    return;
                }
                Subscription consumer = consumers.get(i);
                boolean last = i == consumers.size() - 1 && failure.isEmpty();
                if (consumer instanceof Calling calling) {
                    call(calling, last);
                } else if (consumer instanceof Applying applying) {
                    apply(applying, last);
                }
            }
            if (!lost) {
                failure.ifPresent(exception -> attempts.failed(claim, culprit, exception));
            }
        }

        private void call(Calling consumer, boolean last) {
            try {
                consumer.handler().handle(event);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                attempts.release(claim);
                lost = true;
                return;
            } catch (Exception exception) {
                failed(consumer, exception);
                return;
            }
            Write record = Inbox.record(consumer.consumer(), event.id());
            if (last) {
                attempts.commit(record, claim.published());
            } else {
                attempts.commit(record);
            }
        }

        private void apply(Applying consumer, boolean last) {
            String reasons = "";
            for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
                Optional<CommitResult> result = applyOnce(consumer, last);
                if (result.isEmpty()
                        || result.get() instanceof CommitResult.Committed
                        || result.get() instanceof CommitResult.Joined) {
                    return;
                }
                if (result.get() instanceof CommitResult.Refused refused) {
                    if (refused.has(0, Refusal.Reason.EXISTS)) {
                        if (last) {
                            attempts.commit(claim.published());
                        }
                        return;
                    }
                    lost = refused.refusals().stream().anyMatch(refusal -> refusal.write() == 1);
                    if (lost) {
                        return;
                    }
                    reasons = refused.refusals().toString();
                }
            }
            failed(consumer, new IllegalStateException("its writes were refused again and again: " + reasons));
        }

        /** Commits the effect with its record, and with the claim as a condition, so that a late taker changes nothing. */
        private Optional<CommitResult> applyOnce(Applying consumer, boolean last) {
            List<Write> writes = new ArrayList<>();
            writes.add(Inbox.record(consumer.consumer(), event.id()));
            writes.add(last ? claim.published() : claim.stands());
            try {
                writes.addAll(consumer.effect().writesFor(event));
            } catch (Exception exception) {
                failed(consumer, exception);
                return Optional.empty();
            }
            try {
                return Optional.of(commits.commit(writes));
            } catch (InvalidInputException broken) {
                failed(consumer, broken);
                return Optional.empty();
            } catch (StorageException exception) {
                if (exception.retryable()) {
                    throw exception;
                }
                failed(consumer, exception);
                return Optional.empty();
            }
        }

        private void failed(Subscription consumer, Exception exception) {
            if (failure.isEmpty()) {
                failure = Optional.of(exception);
                culprit = consumer.consumer();
            }
        }
    }
}
