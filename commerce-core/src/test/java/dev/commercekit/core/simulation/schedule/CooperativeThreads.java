package dev.commercekit.core.simulation.schedule;

import dev.commercekit.core.commit.Parking;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time. Each runs until it comes to a boundary, where chance may let another go on instead; it
 * sleeps by the clock that the simulation moves; it parks until another wakes it. So the same chance makes the same run, on
 * whatever machine. The thread that steps is none of them: to it, boundaries are nothing.
 */
public final class CooperativeThreads implements Parking {

    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated");
        thread.setDaemon(true);
        return thread;
    });
    private static final ThreadLocal<@Nullable Task> CURRENT = new ThreadLocal<>();
    private static final long STUCK_SECONDS = 120;

    private final Random random;
    private final ManualClock clock;
    private final int switching;
    private final List<Task> live = new ArrayList<>();
    private final Semaphore control = new Semaphore(0);

    /** Creates none yet; at a boundary so many of a hundred times another may go on. */
    public CooperativeThreads(Random random, ManualClock clock, int switching) {
        this.random = random;
        this.clock = clock;
        this.switching = switching;
    }

    /** Adds a thread to a process, which begins when it is its turn. */
    public void start(SimulatedProcess process, String name, Runnable work) {
        Task task = new Task(process, name);
        live.add(task);
        POOL.execute(() -> run(task, work));
    }

    /** Returns how many have not ended. */
    public int size() {
        return live.size();
    }

    /**
     * Lets one of those that can go on do so up to its next boundary, or returns false if none can.
     *
     * @throws Throwable what it ended with, other than the stop of its process
     */
    public boolean step() throws Throwable {
        List<Task> ready = new ArrayList<>(live.size());
        long nanos = clock.nanos();
        for (Task task : live) {
            if (task.mayRun(nanos)) {
                ready.add(task);
            }
        }
        if (ready.isEmpty()) {
            return false;
        }
        resume(ready.get(random.nextInt(ready.size())));
        return true;
    }

    /** Returns the time until the first sleeper wakes, or null if nobody sleeps. */
    public @Nullable Duration untilNextWakes() {
        long least = Long.MAX_VALUE;
        for (Task task : live) {
            if (task.state == Task.State.SLEEPING) {
                least = Math.min(least, task.wakeAt - clock.nanos());
            }
        }
        return least == Long.MAX_VALUE ? null : Duration.ofNanos(Math.max(0, least));
    }

    /** Stops every process, and returns when all their threads have ended. */
    public void end() {
        while (!live.isEmpty()) {
            live.forEach(task -> task.process.stop());
            try {
                step();
            } catch (Throwable alreadyFailed) {
                // What a run ends with is its first failure.
            }
        }
    }

    /** Returns whether the calling thread is one of them. */
    public boolean inside() {
        return CURRENT.get() != null;
    }

    /** Returns what tells the calling thread from all others. */
    public Object identity() {
        return Objects.requireNonNull(CURRENT.get());
    }

    /** Returns the name of the calling thread. */
    public String current() {
        Task task = CURRENT.get();
        return task == null ? "world" : task.toString();
    }

    /** Ends here if the process has stopped, and may let others go on. */
    public void boundary() {
        Task task = CURRENT.get();
        if (task != null) {
            requireAlive(task);
            if (random.nextInt(100) < switching) {
                suspend(task, Task.State.RUNNABLE);
            }
        }
    }

    /** Stops the process of the calling thread. */
    public Crash crash() {
        Task task = CURRENT.get();
        if (task == null) {
            throw new IllegalStateException("the world does not stop");
        }
        task.process.stop();
        return new Crash();
    }

    /** Sleeps by the simulation's clock; the stepping thread moves it instead. */
    public void sleep(Duration duration) {
        Task task = CURRENT.get();
        if (task == null) {
            clock.advance(duration);
        } else {
            requireAlive(task);
            task.wakeAt = clock.nanos() + duration.toNanos();
            suspend(task, Task.State.SLEEPING);
        }
    }

    @Override
    public void park(Object blocker) {
        Task task = CURRENT.get();
        if (task == null) {
            throw new IllegalStateException("the world would wait for ever");
        }
        if (!task.permit) {
            suspend(task, Task.State.PARKED);
        }
        task.permit = false;
    }

    @Override
    public void unpark(Thread thread) {
        for (Task task : live) {
            if (task.thread == thread) {
                task.permit = true;
                if (task.state == Task.State.PARKED) {
                    task.state = Task.State.RUNNABLE;
                }
            }
        }
    }

    private void suspend(Task task, Task.State state) {
        task.state = state;
        control.release();
        task.turn.acquireUninterruptibly();
        requireAlive(task);
    }

    private static void requireAlive(Task task) {
        if (task.process.stopped()) {
            throw new Crash();
        }
    }

    private void resume(Task task) throws Throwable {
        task.state = Task.State.RUNNABLE;
        task.turn.release();
        if (!control.tryAcquire(STUCK_SECONDS, TimeUnit.SECONDS)) {
            AssertionError stuck = new AssertionError(task + " waits for something outside of the simulation");
            Thread thread = task.thread;
            if (thread != null) {
                stuck.setStackTrace(thread.getStackTrace());
            }
            live.remove(task);
            throw stuck;
        }
        if (task.state == Task.State.ENDED) {
            live.remove(task);
            if (task.failure != null) {
                throw task.failure;
            }
        }
    }

    private void run(Task task, Runnable work) {
        task.turn.acquireUninterruptibly();
        task.thread = Thread.currentThread();
        CURRENT.set(task);
        try {
            requireAlive(task);
            work.run();
        } catch (Crash stopped) {
            // The process is gone, and its thread with it.
        } catch (Throwable failure) {
            task.failure = failure;
        } finally {
            CURRENT.remove();
            task.state = Task.State.ENDED;
            control.release();
        }
    }
}
