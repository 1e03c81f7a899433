package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers at once: everybody comes back, with the truth. */
class QueueContentionTest extends QueueFixture {

    private static final int CALLERS = 32;
    private static final int ROUNDS = 200;

    private static void run(Caller caller) {
        run(caller, QueueContentionTest::startThread);
    }

    private static void run(Caller caller, Consumer<Runnable> starter) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            int number = i;
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            starter.accept(() -> {
                try {
                    start.countDown();
                    start.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        caller.call(number, round);
                    }
                    done.complete(null);
                } catch (Throwable failure) {
                    done.completeExceptionally(failure);
                }
            });
        }
        all.forEach(QueueFixture::get);
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void startVirtualThread(Runnable work) {
        try {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void nobodyIsForgottenOnVirtualThreads() {
        storage.otherwise(StorageFault.none());
        run(
                (number, round) -> assertThat(queue.commit(set(number + "-" + round, add("x", 1))))
                        .isInstanceOf(Committed.class),
                QueueContentionTest::startVirtualThread);
        assertThat(count("x")).isEqualTo(CALLERS * ROUNDS);
    }

    @Test
    void nobodyIsForgottenAndFewerCommitsAreMade() {
        storage.otherwise(StorageFault.none());
        run((number, round) -> {
            CommitResult result = queue.commit(set(number + "-" + round, add("x", 1), add("own" + number, 1)));
            assertThat(result).isInstanceOf(Committed.class);
        });
        assertThat(count("x")).isEqualTo(CALLERS * ROUNDS);
        assertThat(count("own7")).isEqualTo(ROUNDS);
        assertThat(queue.sets()).isEqualTo(CALLERS * ROUNDS);
        assertThat(queue.commits()).isPositive().isLessThanOrEqualTo(CALLERS * ROUNDS);
        assertThat(storage.commits()).isEqualTo(queue.commits());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyCallerLearnsTheTruthAmongFaults(long seed) {
        storage.randomly(
                seed,
                20,
                StorageFault.lostReply(),
                StorageFault.lostRequest(),
                StorageFault.duplicate(),
                StorageFault.crashAfter(new IllegalStateException("planted")));
        AtomicLong applied = new AtomicLong();
        // Every pause of a caller is one of all, since they share the clock.
        CommitQueue patient = new CommitQueue(storage, storageClock, this::pause, Duration.ofDays(1));
        run((number, round) -> {
            int delta = new Random(seed + number * 1_000L + round).nextBoolean() ? 1 : -1;
            CommitResult result = patient.commit(set(number + "-" + round, add("x", delta)));
            if (!(result instanceof Refused)) {
                applied.addAndGet(delta);
            }
        });
        assertThat(count("x")).as("seed %s", seed).isEqualTo(applied.get()).isNotNegative();
    }

    @Test
    void interruptsNeitherLoseNorRepeatAnything() {
        storage.otherwise((sets, real) -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return real.commitAll(sets);
        });
        run((number, round) -> {
            if (round % 3 == number % 3) {
                Thread.currentThread().interrupt();
            }
            assertThat(queue.commit(set(number + "-" + round, add("x", 1)))).isInstanceOf(Committed.class);
            assertThat(Thread.interrupted()).isEqualTo(round % 3 == number % 3);
        });
        assertThat(count("x")).isEqualTo(CALLERS * ROUNDS);
    }

    /** What a caller does in one round. */
    @FunctionalInterface
    private interface Caller {

        void call(int number, int round) throws Exception;
    }
}
