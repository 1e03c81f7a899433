package dev.commercekit.core;

import dev.commercekit.Input;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long a shop remembers what it needs only for a while. All times are by the storage's clock. Nothing is forgotten of an
 * order that is open: one that is neither shipped in full nor cancelled, or whose money a command moves just now. Kept for ever
 * are orders, their payments and their stock, products, the ledger of the stock, and what operators did.
 *
 * <p>Immutable: each method returns a changed copy.
 *
 * @param witnesses how long it is remembered which commits were applied, to settle lost replies; at least a day
 * @param workflows how long a workflow is kept after its end, with what was told to it too late; at least a day. A gateway that
 *     tells of a request later than that meets a {@code NotFoundException}
 * @param keys how long an idempotency key is remembered after its first use, at least a day and as long as quotes are good.
 *     Repeated later it is a new command: goods are received again, or taken back again if there are any left; a checkout is
 *     answered {@code QuoteChanged}, or as before while its cart's order stands; a shipment or a hold is refused by the state of
 *     what it names
 * @param events how long a closed order keeps its events after its last one, at least a day; then its timeline is empty. What
 *     consumers had goes with them
 * @param guestCarts how long a guest's cart is kept that nobody changes, at least a day; empty for ever. It applies to carts in
 *     the shop's storage
 */
public record RetentionPolicy(
        Duration witnesses, Duration workflows, Duration keys, Duration events, Optional<Duration> guestCarts) {

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(36_500);

    /** Witnesses for a day, workflows for 30 days, keys for 90 days, events for 400 days, carts for ever. */
    public static final RetentionPolicy DEFAULT = new RetentionPolicy(
            Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(400), Optional.empty());

    /** Checks that all are between a day and a hundred years. */
    public RetentionPolicy {
        between(witnesses, "retention.witnesses");
        between(workflows, "retention.workflows");
        between(keys, "retention.keys");
        between(events, "retention.events");
        Input.required(guestCarts, "retention.guestCarts").ifPresent(time -> between(time, "retention.guestCarts"));
    }

    /** Remembers for so long which commits were applied. */
    public RetentionPolicy witnesses(Duration time) {
        return new RetentionPolicy(time, workflows, keys, events, guestCarts);
    }

    /** Keeps workflows for so long after their end. */
    public RetentionPolicy workflows(Duration time) {
        return new RetentionPolicy(witnesses, time, keys, events, guestCarts);
    }

    /** Remembers keys for so long. */
    public RetentionPolicy keys(Duration time) {
        return new RetentionPolicy(witnesses, workflows, time, events, guestCarts);
    }

    /** Keeps the events of closed orders for so long. */
    public RetentionPolicy events(Duration time) {
        return new RetentionPolicy(witnesses, workflows, keys, time, guestCarts);
    }

    /** Forgets carts of guests that were not changed for so long. */
    public RetentionPolicy guestCarts(Duration time) {
        return new RetentionPolicy(witnesses, workflows, keys, events, Optional.of(Input.required(time, "time")));
    }

    private static void between(Duration time, String field) {
        Input.that(
                Input.required(time, field).compareTo(LEAST) >= 0 && time.compareTo(MOST) <= 0,
                field,
                "must be between a day and 36,500 days");
    }
}
