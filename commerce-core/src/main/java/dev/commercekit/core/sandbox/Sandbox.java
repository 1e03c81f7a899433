package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.NotFoundException;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The inside of the gateway: one lock around keys, money and scripts; time is let to act first; listeners come last. */
final class Sandbox {

    private static final PaymentOutcome UNREACHABLE = new PaymentOutcome.Unknown("the gateway cannot be reached");

    final Attempts attempts;
    final Book book;
    final Desk desk;
    final Listeners listeners;
    final SandboxOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SandboxOperation, Queue<SandboxScript>> next = new EnumMap<>(SandboxOperation.class);
    private final Map<SandboxOperation, LongAdder> calls = new ConcurrentHashMap<>();
    private Instant downUntil = Instant.MIN;

    Sandbox(SandboxOptions options) {
        this.options = options;
        this.attempts = new Attempts(options.replayWindow());
        this.book = new Book(options.clock().instant());
        this.desk = new Desk(attempts, book);
        this.listeners = new Listeners(options.notifier());
    }

    /** Takes a call from outside: counted, delayed, and unknown while the gateway is down. */
    <T> T call(SandboxOperation operation, Function<PaymentOutcome, T> failed, Function<Instant, T> work) {
        count(operation).increment();
        options.latency().accept(operation);
        return locked(now -> now.isBefore(downUntil) ? failed.apply(UNREACHABLE) : work.apply(now));
    }

    PaymentOutcome serve(SandboxOperation operation, IdempotencyKey key, Object request) {
        return call(operation, outcome -> outcome, now -> {
            Attempt attempt = attempts.find(key, now);
            if (attempt == null) {
                attempt = new Attempt(key, operation, request, script(operation, request), now);
                attempts.add(attempt);
            }
            return desk.receive(attempt, operation, request, now);
        });
    }

    /** Does something to an open request that fits; one that is settled already stays as it is. */
    PaymentOutcome act(IdempotencyKey key, Predicate<Attempt> fits, BiConsumer<Attempt, Instant> action) {
        return locked(now -> {
            Attempt attempt = known(key, now);
            if (!fits.test(attempt)) {
                throw new NotFoundException("open payment", key.value());
            }
            if (attempt.isOpen()) {
                action.accept(attempt, now);
            }
            return attempt.truth();
        });
    }

    Attempt known(IdempotencyKey key, Instant now) {
        Attempt attempt = attempts.find(Input.required(key, "idempotencyKey"), now);
        if (attempt == null || attempt.state == Attempt.State.UNSEEN) {
            throw new NotFoundException("payment", key.value());
        }
        return attempt;
    }

    void next(SandboxOperation operation, SandboxScript script) {
        Input.that(operation != SandboxOperation.FIND, "operation", "must not be FIND");
        boolean waits = script.has(ScriptWord.ACTION);
        Input.that(
                operation == SandboxOperation.AUTHORIZE || !waits,
                "script",
                "only an authorization can wait for its buyer");
        locked(now ->
                next.computeIfAbsent(operation, absent -> new ArrayDeque<>()).add(script));
    }

    void downUntil(Instant end) {
        locked(now -> downUntil = end);
    }

    long calls(SandboxOperation operation) {
        return count(operation).sum();
    }

    private LongAdder count(SandboxOperation operation) {
        return calls.computeIfAbsent(operation, absent -> new LongAdder());
    }

    <T> T locked(Function<Instant, T> work) {
        List<PaymentNotification> notices = List.of();
        lock.lock();
        try {
            Instant now = options.clock().instant();
            try {
                desk.settleDue(now);
                attempts.forgetOutlived(now);
                return work.apply(now);
            } finally {
                notices = desk.drain();
            }
        } finally {
            lock.unlock();
            listeners.tell(notices);
        }
    }

    private SandboxScript script(SandboxOperation operation, Object request) {
        Queue<SandboxScript> queue = next.get(operation);
        SandboxScript injected = queue == null ? null : queue.poll();
        return injected != null ? injected : desk.card(request).script(operation);
    }
}
