package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A payment gateway in memory that keeps the port's promises unless a card's script or a method of its own tells it to break
 * them. It has its own clock and its own ledger, which ends with the object. Each card behaves as its token's text says, see
 * {@link SandboxCards}; whatever falls due by the clock happens before the next call of any method. Thread-safe; no call
 * sleeps. Listeners are told outside of the lock and may call back.
 */
public final class SandboxGateway implements QueryableGateway, PaymentLedger {

    private final Sandbox sandbox;

    private SandboxGateway(SandboxOptions options) {
        this.sandbox = new Sandbox(Input.required(options, "options"));
    }

    /** Returns a new gateway on the given clock, with the default options. */
    public static SandboxGateway at(InstantSource clock) {
        return with(SandboxOptions.at(clock));
    }

    /** Returns a new gateway with the given options. */
    public static SandboxGateway with(SandboxOptions options) {
        return new SandboxGateway(options);
    }

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return sandbox.serve(SandboxOperation.AUTHORIZE, request.key(), request);
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return sandbox.serve(SandboxOperation.CAPTURE, request.key(), request);
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return sandbox.serve(SandboxOperation.REFUND, request.key(), request);
    }

    /** {@inheritDoc} The amount must be all that was authorized; the outcome's amount is what was released. */
    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return sandbox.serve(SandboxOperation.CANCEL, request.key(), request);
    }

    @Override
    public Duration replayWindow() {
        return sandbox.options.replayWindow();
    }

    /**
     * {@inheritDoc} Of a request that is in flight it answers unknown; of one whose stored answer is a server error it tells
     * the truth; if the card's script hides them it is empty for both.
     */
    @Override
    public Optional<PaymentOutcome> find(IdempotencyKey key) {
        return sandbox.call(
                SandboxOperation.FIND,
                Optional::of,
                now -> Optional.ofNullable(sandbox.attempts.find(key, now)).flatMap(Attempt::found));
    }

    @Override
    public List<Entry> entries() {
        return sandbox.locked(now -> sandbox.book.entries());
    }

    /** Does, as the buyer, what was required, and returns what became of the payment; again it changes nothing. */
    public PaymentOutcome completeAction(IdempotencyKey key) {
        return sandbox.act(key, attempt -> attempt.action != null, sandbox.desk::carryOutOpen);
    }

    /** Fails, as the buyer, to do what was required, and returns what became of the payment; again it changes nothing. */
    public PaymentOutcome failAction(IdempotencyKey key) {
        return sandbox.act(
                key,
                attempt -> attempt.action != null,
                (attempt, now) -> sandbox.desk.giveUp(attempt, "action-failed"));
    }

    /** Carries out the request in flight with the given key, and returns what became of it; again it changes nothing. */
    public PaymentOutcome release(IdempotencyKey key) {
        return sandbox.act(
                key, attempt -> attempt.state != Attempt.State.WAITING_FOR_BUYER, sandbox.desk::carryOutOpen);
    }

    /** Returns the keys of the requests that are in flight or wait for their buyer, oldest first. */
    public List<IdempotencyKey> open() {
        return sandbox.locked(now -> sandbox.attempts.open());
    }

    /** Lets happen what is due by the clock; every other method does so too. */
    public void tick() {
        sandbox.locked(now -> true);
    }

    /** Forgets the key, as if its replay window had passed; the key of an open request only when that is settled. */
    public void forget(IdempotencyKey key) {
        sandbox.locked(now -> {
            sandbox.attempts.forget(sandbox.known(key, now));
            return true;
        });
    }

    /** Makes every call unknown and without effect, until {@link #up()}. Requests in flight go on. */
    public void down() {
        sandbox.downUntil(Instant.MAX);
    }

    /** Makes every call unknown and without effect for the given time. Requests in flight go on. */
    public void downFor(Duration time) {
        sandbox.downUntil(sandbox.options.clock().instant().plus(time));
    }

    /** Serves calls again. */
    public void up() {
        sandbox.downUntil(Instant.MIN);
    }

    /** Makes the next new key of the given operation follow the script instead of its card's; several are taken in turn. */
    public void next(SandboxOperation operation, SandboxScript script) {
        sandbox.next(operation, script);
    }

    /** Returns how many calls of the given operation came, those that were lost and those while down included. */
    public long calls(SandboxOperation operation) {
        return sandbox.calls(operation);
    }

    /**
     * Tells the listener of every request that was left open and is settled now: an action was completed, failed or has
     * expired, a late answer was carried out, or an open payment was cancelled. What it throws is logged and ignored.
     */
    public void onNotification(Consumer<PaymentNotification> listener) {
        sandbox.listeners.add(listener);
    }

    /** Tells the listeners, once more, what became of the request with the given key, as a gateway may at any time. */
    public void notifyAgain(IdempotencyKey key) {
        sandbox.locked(now -> {
            sandbox.desk.notice(key, sandbox.known(key, now).truth());
            return true;
        });
    }

    /** Returns the reference of the authorization with the given key, also while it is in flight and has not been told. */
    public Optional<GatewayReference> referenceOf(IdempotencyKey key) {
        return sandbox.locked(now -> Optional.ofNullable(sandbox.attempts.find(key, now))
                .flatMap(attempt -> Optional.ofNullable(attempt.charge))
                .map(charge -> charge.reference));
    }
}
