package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The clock is read inside the lock, so a clock that blocks shows who is inside. */
class OneAtATimeTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch firstIsInside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private volatile boolean blocking;

    @Test
    void aSecondCallWaitsUntilTheFirstOneIsServed() throws InterruptedException {
        SandboxGateway gateway = SandboxGateway.at((InstantSource) this::blockingTime);
        blocking = true;
        Thread first = new Thread(() -> gateway.authorize(request("first")));
        Thread second = new Thread(() -> gateway.authorize(request("second")));

        first.start();
        firstIsInside.await();
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        int served = inside.get();
        leave.countDown();
        first.join();
        second.join();

        assertThat(served).isEqualTo(1);
        assertThat(gateway.entries()).hasSize(2);
    }

    private Instant blockingTime() {
        if (blocking) {
            inside.incrementAndGet();
            firstIsInside.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Instant.EPOCH;
    }

    private static AuthorizeRequest request(String key) {
        Money amount = Money.of("1.00", "GBP");
        return new AuthorizeRequest(IdempotencyKey.of(key), key, amount, SandboxCards.approved(), false);
    }
}
