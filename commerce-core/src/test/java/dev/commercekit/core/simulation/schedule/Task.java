package dev.commercekit.core.simulation.schedule;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A thread of a process, from one boundary to the next. */
final class Task {

    enum State {
        RUNNABLE,
        SLEEPING,
        PARKED,
        ENDED
    }

    final SimulatedProcess process;
    final String name;
    final Semaphore turn = new Semaphore(0);
    State state = State.RUNNABLE;
    long wakeAt;
    boolean permit;
    volatile @Nullable Thread thread;

    @Nullable
    Throwable failure;

    Task(SimulatedProcess process, String name) {
        this.process = process;
        this.name = name;
    }

    boolean mayRun(long nanos) {
        return state != State.ENDED
                && (state == State.RUNNABLE || process.stopped() || state == State.SLEEPING && wakeAt - nanos <= 0);
    }

    @Override
    public String toString() {
        return process + " " + name;
    }
}
