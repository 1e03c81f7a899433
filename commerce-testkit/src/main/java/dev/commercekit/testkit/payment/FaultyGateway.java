package dev.commercekit.testkit.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A gateway behind a bad network, for tests of hosts: calls pass to the gateway that it wraps, each with the fault that was
 * drawn for it. A gateway that can be queried stays so; its {@code find} suffers faults as well. Thread-safe if the supplier
 * of faults is; no lock is held while a call passes.
 */
public sealed class FaultyGateway implements PaymentGateway {

    private final PaymentGateway gateway;
    private final Supplier<GatewayFault> faults;
    private final Runnable delay;
    private final Map<GatewayFault, AtomicLong> drawn = new EnumMap<>(GatewayFault.class);

    private FaultyGateway(PaymentGateway gateway, Supplier<GatewayFault> faults, Runnable delay) {
        this.gateway = gateway;
        this.faults = faults;
        this.delay = delay;
        for (GatewayFault fault : GatewayFault.values()) {
            drawn.put(fault, new AtomicLong());
        }
    }

    /** Wraps a gateway; delays run the given hook. The result can be queried if the gateway can. */
    public static FaultyGateway around(PaymentGateway gateway, Supplier<GatewayFault> faults, Runnable delay) {
        return gateway instanceof QueryableGateway queryable
                ? around(queryable, faults, delay)
                : new FaultyGateway(gateway, faults, delay);
    }

    /** Wraps a gateway that can be queried; delays run the given hook. */
    public static Queryable around(QueryableGateway gateway, Supplier<GatewayFault> faults, Runnable delay) {
        return new Queryable(gateway, faults, delay);
    }

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return pass(() -> gateway.authorize(request), FaultyGateway::unknown);
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return pass(() -> gateway.capture(request), FaultyGateway::unknown);
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return pass(() -> gateway.refund(request), FaultyGateway::unknown);
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return pass(() -> gateway.cancel(request), FaultyGateway::unknown);
    }

    @Override
    public Duration replayWindow() {
        return gateway.replayWindow();
    }

    /** Returns how many calls had the given fault. */
    public long drawn(GatewayFault fault) {
        return drawn.getOrDefault(fault, new AtomicLong()).get();
    }

    final <T> T pass(Supplier<T> call, Supplier<T> unknown) {
        GatewayFault fault = faults.get();
        drawn.getOrDefault(fault, new AtomicLong()).incrementAndGet();
        if (fault == GatewayFault.LOSE_REQUEST) {
            return unknown.get();
        }
        if (fault == GatewayFault.THROW_BEFORE) {
            throw lost("the request was lost");
        }
        if (fault == GatewayFault.DELAY_REQUEST) {
            delay.run();
        }
        T answer = call.get();
        if (fault == GatewayFault.DELAY_REPLY) {
            delay.run();
        }
        if (fault == GatewayFault.THROW_AFTER) {
            throw lost("the reply was lost");
        }
        return switch (fault) {
            case LOSE_REPLY -> unknown.get();
            case DUPLICATE -> call.get();
            default -> answer;
        };
    }

    static PaymentOutcome unknown() {
        return new PaymentOutcome.Unknown("a fault of the network");
    }

    private static UncheckedIOException lost(String what) {
        return new UncheckedIOException(new SocketTimeoutException(what));
    }

    /** A faulty gateway that can be queried. */
    public static final class Queryable extends FaultyGateway implements QueryableGateway {

        private final QueryableGateway gateway;

        private Queryable(QueryableGateway gateway, Supplier<GatewayFault> faults, Runnable delay) {
            super(gateway, faults, delay);
            this.gateway = gateway;
        }

        @Override
        public Optional<PaymentOutcome> find(IdempotencyKey key) {
            return pass(() -> gateway.find(key), () -> Optional.of(unknown()));
        }
    }
}
