package dev.commercekit.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HousekeeperTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ThreadFactory factory = task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        return thread;
    };

    private final List<Housekeeper> keepers = new ArrayList<>();

    @AfterEach
    void close() {
        keepers.forEach(Housekeeper::close);
    }

    @Test
    void aChoreIsDoneAtOnceAndAgainAfterItsRest() throws Exception {
        var done = new Semaphore(0);
        keepers.add(
                Housekeeper.start(List.of(Chore.of("tick", Duration.ofMillis(1), done::release)), factory, PATIENCE));
        done.acquire(3);
    }

    @Test
    void aNudgeIsFollowedByARun() throws Exception {
        var work = new LinkedBlockingQueue<String>();
        var done = new LinkedBlockingQueue<String>();
        var relay = new Chore("relay", NEVER, () -> work.drainTo(done));
        try (var keeper = Housekeeper.start(List.of(relay), factory, PATIENCE)) {
            for (int i = 0; i < 1_000; i++) {
                work.add("event");
                keeper.nudge("relay");
                assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("event");
            }
        }
    }

    @Test
    void nudgesDuringARunAreJoinedIntoOneMore() throws Exception {
        var runs = new AtomicInteger();
        var inRun = new CountDownLatch(1);
        var nudged = new CountDownLatch(1);
        var ended = new CountDownLatch(2);
        var chore = Chore.of("chore", NEVER, () -> {
            runs.incrementAndGet();
            inRun.countDown();
            await(nudged);
            ended.countDown();
        });
        try (var keeper = Housekeeper.start(List.of(chore), factory, PATIENCE)) {
            inRun.await();
            for (int i = 0; i < 100; i++) {
                keeper.nudge();
            }
            nudged.countDown();
            ended.await();
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatIsAskedForDuringARunIsDoneByItsThread() throws Exception {
        var taken = new AtomicInteger();
        var ended = new CountDownLatch(5);
        var keeper = new AtomicReference<Housekeeper>();
        var known = new CountDownLatch(1);
        var chore = new Chore("chore", NEVER, () -> {
            await(known);
            ended.countDown();
            if (ended.getCount() > 0) {
                keeper.get().nudge();
            }
            return 0;
        });
        try (var executor = new Tasks(taken)) {
            keeper.set(Housekeeper.start(List.of(chore), executor, PATIENCE));
            known.countDown();
            ended.await();
            keeper.get().close();
        }
        assertThat(taken).as("times that a thread was woken").hasValue(1);
    }

    @Test
    void aBacklogIsDoneWithoutRest() throws Exception {
        var left = new AtomicInteger(1_000);
        var empty = new CountDownLatch(1);
        var chore = new Chore("backlog", NEVER, () -> {
            if (left.get() == 0) {
                empty.countDown();
                return 0;
            }
            left.decrementAndGet();
            return 1;
        });
        keepers.add(Housekeeper.start(List.of(chore), factory, PATIENCE));
        empty.await();
        assertThat(left).hasValue(0);
    }

    @Test
    void aFailureEndsNeitherTheChoreNorTheOthers() throws Exception {
        var others = new Semaphore(0);
        var failed = new Semaphore(0);
        var chores = List.of(
                Chore.of("exception", NEVER, () -> {
                    failed.release();
                    throw new IllegalStateException("planted");
                }),
                Chore.of("error", NEVER, () -> {
                    failed.release();
                    throw new NoClassDefFoundError("planted");
                }),
                Chore.of("other", NEVER, others::release));
        try (var keeper = Housekeeper.start(chores, factory, PATIENCE)) {
            failed.acquire(2);
            others.acquire();
            for (int i = 0; i < 10; i++) {
                keeper.nudge();
                failed.acquire(2);
                others.acquire();
            }
        }
    }

    @Test
    void aSlowChoreHoldsUpNoOther() throws Exception {
        var meeting = new CyclicBarrier(2);
        var met = new CountDownLatch(2);
        Runnable meet = () -> {
            try {
                meeting.await();
                met.countDown();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        };
        keepers.add(Housekeeper.start(
                List.of(Chore.of("one", NEVER, meet), Chore.of("two", NEVER, meet)), factory, PATIENCE));
        met.await();
    }

    @Test
    void closeWaitsForWhatIsUnderWayAndLeavesNoThread() throws Exception {
        var inRun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var closing = new CountDownLatch(1);
        var chore = Chore.of("chore", Duration.ofMillis(1), () -> {
            inRun.countDown();
            await(closing);
            ended.set(true);
        });
        var keeper = Housekeeper.start(List.of(chore), factory, PATIENCE);
        inRun.await();
        new Thread(closing::countDown).start();
        keeper.close();
        keeper.close();
        assertThat(ended).isTrue();
        assertNoThreadIsLeft();
        keeper.nudge();
    }

    @Test
    void closeInterruptsWhatDoesNotEnd() throws Exception {
        var inRun = new CountDownLatch(1);
        var chore = Chore.of("endless", NEVER, () -> {
            inRun.countDown();
            await(new CountDownLatch(1));
        });
        var keeper = Housekeeper.start(List.of(chore), factory, Duration.ofMillis(50));
        inRun.await();
        keeper.close();
        assertNoThreadIsLeft();
    }

    @Test
    void aChoreMayCloseItsHousekeeper() throws Exception {
        var closed = new CountDownLatch(1);
        var self = new LinkedBlockingQueue<Housekeeper>();
        var chore = Chore.of("suicide", NEVER, () -> {
            try {
                self.take().close();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
            closed.countDown();
        });
        self.add(Housekeeper.start(List.of(chore), factory, PATIENCE));
        closed.await();
        assertNoThreadIsLeft();
    }

    @Test
    void anExecutorOfTheHostIsLeftRunningWithoutChores() throws Exception {
        var executor = Executors.newSingleThreadScheduledExecutor();
        try {
            var runs = new Semaphore(0);
            var keeper = Housekeeper.start(
                    List.of(Chore.of("tick", Duration.ofMillis(1), runs::release)), executor, PATIENCE);
            runs.acquire(2);
            keeper.close();
            runs.drainPermits();
            keeper.nudge();
            executor.submit(() -> {}).get();
            assertThat(runs.availablePermits()).isZero();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void byHandNothingRunsByItself() {
        var order = new ArrayList<String>();
        var left = new AtomicInteger(2);
        var keeper = Housekeeper.manual(List.of(
                new Chore("backlog", NEVER, () -> {
                    order.add("backlog");
                    return left.getAndDecrement() > 0 ? 1 : 0;
                }),
                Chore.of("broken", NEVER, () -> {
                    throw new IllegalStateException("planted");
                }),
                Chore.of("last", NEVER, () -> order.add("last"))));
        keeper.nudge();
        assertThat(order).isEmpty();
        assertThat(keeper.runOnce()).isEqualTo(2);
        assertThat(order).containsExactly("backlog", "backlog", "backlog", "last");
        keeper.close();
        assertThat(keeper.runOnce()).isZero();
    }

    @Test
    void anErrorByHandIsACrashOfTheTest() {
        var keeper = Housekeeper.manual(List.of(Chore.of("crash", NEVER, () -> {
            throw new AssertionError("planted");
        })));
        assertThatThrownBy(keeper::runOnce).isInstanceOf(AssertionError.class).hasMessage("planted");
    }

    @Test
    void namesAreUnique() {
        var chore = Chore.of("chore", NEVER, () -> {});
        assertThatThrownBy(() -> Housekeeper.manual(List.of(chore, chore))).isInstanceOf(InvalidInputException.class);
    }

    private void assertNoThreadIsLeft() throws InterruptedException {
        assertThat(threads).isNotEmpty();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Counts what it is given to do at once. */
    private static final class Tasks extends ScheduledThreadPoolExecutor implements AutoCloseable {

        private final AtomicInteger taken;

        Tasks(AtomicInteger taken) {
            super(1);
            this.taken = taken;
        }

        @Override
        public void execute(Runnable task) {
            taken.incrementAndGet();
            super.execute(task);
        }

        @Override
        public void close() {
            shutdownNow();
        }
    }
}
