package dev.commercekit.core;

import dev.commercekit.Input;
import dev.commercekit.storage.transaction.Durability;
import java.time.Duration;

/**
 * The times that a shop keeps to, and how well it keeps what it confirms.
 *
 * @param holdFor how long stock is held for a payment that is not settled; then the order expires
 * @param quoteFor how long a quote can be accepted
 * @param gatewayTimeout how long one call to the gateway may take before another instance may ask again
 * @param poll how often due work is looked for
 * @param retention how long things are remembered
 * @param closeWithin how long closing waits for work that is under way, before it interrupts it
 * @param confirmations how well the commits are kept that settle the payments of checkouts
 */
record CommerceOptions(
        Duration holdFor,
        Duration quoteFor,
        Duration gatewayTimeout,
        Duration poll,
        RetentionPolicy retention,
        Duration closeWithin,
        Durability confirmations) {

    /** No order waits longer for its payment; it keeps sums of times within their range. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(3_650);

    static final CommerceOptions DEFAULT = new CommerceOptions(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            Duration.ofMillis(500),
            RetentionPolicy.DEFAULT,
            Duration.ofSeconds(5),
            Durability.STRICT);

    CommerceOptions {
        positive(holdFor, "holdFor");
        positive(quoteFor, "quoteFor");
        positive(gatewayTimeout, "gatewayTimeout");
        positive(poll, "pollEvery");
        Input.that(
                retention.keys().compareTo(quoteFor) >= 0,
                "retention.keys",
                "must not be shorter than quotes are good: a repeated checkout could be a second order");
    }

    CommerceOptions holdFor(Duration time) {
        return new CommerceOptions(time, quoteFor, gatewayTimeout, poll, retention, closeWithin, confirmations);
    }

    CommerceOptions quoteFor(Duration time) {
        return new CommerceOptions(holdFor, time, gatewayTimeout, poll, retention, closeWithin, confirmations);
    }

    CommerceOptions gatewayTimeout(Duration time) {
        return new CommerceOptions(holdFor, quoteFor, time, poll, retention, closeWithin, confirmations);
    }

    CommerceOptions poll(Duration time) {
        return new CommerceOptions(holdFor, quoteFor, gatewayTimeout, time, retention, closeWithin, confirmations);
    }

    CommerceOptions retention(RetentionPolicy policy) {
        return new CommerceOptions(holdFor, quoteFor, gatewayTimeout, poll, policy, closeWithin, confirmations);
    }

    CommerceOptions confirmations(Durability durability) {
        return new CommerceOptions(holdFor, quoteFor, gatewayTimeout, poll, retention, closeWithin, durability);
    }

    /** A key is not sent any more some time before the gateway may forget it: a call's time-out and a tenth of the window. */
    Duration sendWindow(Duration replayWindow) {
        Duration remembered = Input.required(replayWindow, "replayWindow").compareTo(LONGEST_WINDOW) > 0
                ? LONGEST_WINDOW
                : replayWindow;
        Duration window = remembered.minus(remembered.dividedBy(10)).minus(gatewayTimeout);
        Input.that(
                window.compareTo(gatewayTimeout) >= 0,
                "gatewayTimeout",
                "must be at most 9/20 of the gateway's replay window, which is " + replayWindow);
        return window;
    }

    private static void positive(Duration time, String field) {
        Input.that(
                Input.required(time, field).compareTo(Duration.ofMillis(1)) >= 0
                        && time.compareTo(Duration.ofDays(30)) <= 0,
                field,
                "must be between a millisecond and 30 days");
    }
}
