package dev.commercekit.core.simulation.network;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.LateMessages;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.chance.Trace;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.testkit.time.ManualClock;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The gateway as processes see it. Requests and replies are lost, late and repeated, processes stop and pause in the middle of
 * a call. No request arrives later than the margin that the shop leaves of a key's window: nothing could help then.
 */
public final class SimulatedGateway implements QueryableGateway {

    private static final List<Fault> IN_CALL = List.of(
            Fault.REQUEST_LOST,
            Fault.REQUEST_LATE,
            Fault.REQUEST_REPEATED,
            Fault.REQUEST_REPEATED_LATER,
            Fault.REPLY_LOST,
            Fault.CALL_FAILED_BEFORE,
            Fault.CALL_FAILED_AFTER,
            Fault.CRASH_BEFORE_CALL,
            Fault.CRASH_AFTER_CALL,
            Fault.PAUSE_PAST_LEASE_IN_CALL);

    /** Longer than a call's time-out with its margin. */
    private static final Duration PAST_LEASE = Duration.ofSeconds(32);

    private final SandboxGateway gateway;
    private final CooperativeThreads threads;
    private final ManualClock clock;
    private final Luck luck;
    private final LateMessages late;
    private final Received received;
    private final Trace trace;
    private final Set<IdempotencyKey> carriedOut = new HashSet<>();
    private final Set<IdempotencyKey> unclear = new HashSet<>();
    private final Set<GatewayReference> cancelled = new HashSet<>();

    public SimulatedGateway(
            SandboxGateway gateway,
            CooperativeThreads threads,
            ManualClock clock,
            Luck luck,
            LateMessages late,
            Received received,
            Trace trace) {
        this.gateway = gateway;
        this.threads = threads;
        this.clock = clock;
        this.luck = luck;
        this.late = late;
        this.received = received;
        this.trace = trace;
    }

    /** Returns the keys whose stored answer is a server error. */
    public Set<IdempotencyKey> unclear() {
        return unclear;
    }

    /** Returns whether a cancel of the payment was accepted before. */
    public boolean cancelled(GatewayReference payment) {
        return cancelled.contains(payment);
    }

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return call("authorize", request.key(), () -> gateway.authorize(request));
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return call("capture", request.key(), () -> gateway.capture(request));
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return call("refund", request.key(), () -> gateway.refund(request));
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return call("cancel", request.key(), () -> {
            PaymentOutcome outcome = gateway.cancel(request);
            if (outcome instanceof PaymentOutcome.Approved) {
                cancelled.add(request.authorization());
            }
            return outcome;
        });
    }

    @Override
    public Optional<PaymentOutcome> find(IdempotencyKey key) {
        threads.boundary();
        if (threads.inside() && luck.hit(Fault.REPLY_LOST)) {
            return Optional.of(new PaymentOutcome.Unknown("the reply was lost"));
        }
        Optional<PaymentOutcome> found = gateway.find(key);
        trace.add("find " + key + " " + found);
        if (found.isEmpty() && carriedOut.contains(key)) {
            luck.happened(Fault.KEY_FORGOTTEN_BY_GATEWAY);
        }
        threads.boundary();
        return found;
    }

    @Override
    public Duration replayWindow() {
        return gateway.replayWindow();
    }

    private PaymentOutcome call(String what, IdempotencyKey key, Supplier<PaymentOutcome> request) {
        PaymentOutcome outcome = passed(what, key, request);
        if (outcome.definite()) {
            received.answer(key);
        }
        return outcome;
    }

    private PaymentOutcome passed(String what, IdempotencyKey key, Supplier<PaymentOutcome> request) {
        long start = clock.nanos();
        Supplier<PaymentOutcome> served = () -> served(what, key, request);
        threads.boundary();
        Fault fault = threads.inside() ? luck.one(IN_CALL).orElse(null) : null;
        if (fault == null) {
            PaymentOutcome outcome = inTime(start, what, served);
            threads.boundary();
            return outcome;
        }
        luck.happened(fault);
        return switch (fault) {
            case REQUEST_LOST -> lost("the request was lost");
            case CALL_FAILED_BEFORE -> throw timeout("the request was lost");
            case CRASH_BEFORE_CALL -> throw threads.crash();
            case REQUEST_LATE -> {
                hold(start, what, served);
                yield lost("the request is late");
            }
            default -> after(fault, start, what, served);
        };
    }

    private PaymentOutcome after(Fault fault, long start, String what, Supplier<PaymentOutcome> served) {
        boolean pausesFirst =
                fault == Fault.PAUSE_PAST_LEASE_IN_CALL && luck.random().nextBoolean();
        if (pausesFirst) {
            threads.sleep(PAST_LEASE.plus(luck.upTo(luck.temper().latest().minus(PAST_LEASE))));
        }
        PaymentOutcome outcome = inTime(start, what, served);
        switch (fault) {
            case REPLY_LOST -> outcome = lost("the reply was lost");
            case REQUEST_REPEATED -> outcome = inTime(start, what, served);
            case REQUEST_REPEATED_LATER -> hold(start, what, served);
            case CALL_FAILED_AFTER -> throw timeout("the reply was lost");
            case CRASH_AFTER_CALL -> throw threads.crash();
            case PAUSE_PAST_LEASE_IN_CALL -> {
                if (!pausesFirst) {
                    threads.sleep(PAST_LEASE.plus(luck.upTo(Duration.ofHours(1))));
                }
            }
            default -> {}
        }
        threads.boundary();
        return outcome;
    }

    private void hold(long start, String what, Supplier<PaymentOutcome> served) {
        Duration left = luck.temper().latest().minusNanos(clock.nanos() - start);
        if (!left.isNegative()) {
            late.hold(what, luck.upTo(left), () -> {
                try {
                    trace.add("nobody hears of " + describe(served.get()));
                } catch (UncheckedIOException nobodyListens) {
                    trace.add("nobody hears of " + what);
                }
            });
        }
    }

    private PaymentOutcome inTime(long start, String what, Supplier<PaymentOutcome> served) {
        if (luck.temper().latest().minusNanos(clock.nanos() - start).isNegative()) {
            trace.add(what + " is given up");
            return lost("the connection was closed long ago");
        }
        return served.get();
    }

    private PaymentOutcome served(String what, IdempotencyKey key, Supplier<PaymentOutcome> request) {
        PaymentOutcome outcome;
        try {
            outcome = request.get();
        } catch (UncheckedIOException lost) {
            trace.add(what + " " + key + " " + lost.getMessage());
            throw lost;
        }
        trace.add(what + " " + key + " " + describe(outcome));
        if (outcome.definite()) {
            carriedOut.add(key);
        } else if (outcome instanceof PaymentOutcome.Unknown unknown) {
            note(key, unknown.reason());
        }
        return outcome;
    }

    private void note(IdempotencyKey key, String reason) {
        if (reason.startsWith("409")) {
            luck.happened(Fault.CONFLICT_409_IN_FLIGHT);
        } else if (reason.startsWith("500") && !unclear.add(key)) {
            luck.happened(Fault.STORED_500_REPLAYED);
        }
        carriedOut.add(key);
    }

    private static String describe(PaymentOutcome outcome) {
        return outcome instanceof PaymentOutcome.Unknown unknown
                ? "Unknown: " + unknown.reason()
                : outcome.getClass().getSimpleName();
    }

    private static PaymentOutcome lost(String reason) {
        return new PaymentOutcome.Unknown(reason);
    }

    private static UncheckedIOException timeout(String reason) {
        return new UncheckedIOException(new SocketTimeoutException(reason));
    }
}
