package dev.commercekit.core.crash;

import java.util.function.Supplier;

/**
 * Counts the boundaries that a process crosses, its commits and its calls to the gateway, and stops it at one of them. A stopped
 * process crosses no boundary any more, not even to read.
 */
public final class CrashPoint {

    /** Where a process stops at a boundary. */
    public enum Mode {
        /** Before the effect. */
        BEFORE,
        /** After the effect, before the reply is seen. */
        BEFORE_REPLY,
        /** After the reply, before anything else. */
        AFTER
    }

    private final int target;
    private final Mode mode;
    private final Runnable end;
    private int crossed;
    private boolean armed;
    private boolean stopped;

    private CrashPoint(int target, Mode mode, Runnable end) {
        this.target = target;
        this.mode = mode;
        this.end = end;
    }

    /** Returns a process that stops at the boundary with this number, counted from 1. */
    static CrashPoint at(int target, Mode mode) {
        return at(target, mode, () -> {});
    }

    /** Returns a process that comes to the given end at the boundary with this number; what returns from it is stopped here. */
    public static CrashPoint at(int target, Mode mode, Runnable end) {
        return new CrashPoint(target, mode, end);
    }

    /** Returns a process that never stops. */
    public static CrashPoint never() {
        return at(0, Mode.BEFORE);
    }

    /** Returns how many boundaries were crossed or tried. */
    public int crossed() {
        return crossed;
    }

    /** Returns whether the process has stopped, or would at its next step. */
    public boolean reached() {
        return stopped || armed;
    }

    /** Does what is no boundary, unless the process has stopped. */
    <T> T read(Supplier<T> reading) {
        refuseIfStopped();
        return reading.get();
    }

    /** Crosses a boundary. */
    public <T> T cross(Supplier<T> effect) {
        refuseIfStopped();
        crossed++;
        boolean here = crossed == target;
        if (here && mode == Mode.BEFORE) {
            throw stop();
        }
        T reply = effect.get();
        if (here && mode == Mode.BEFORE_REPLY) {
            throw stop();
        }
        armed = here;
        return reply;
    }

    private void refuseIfStopped() {
        if (stopped || armed) {
            throw stop();
        }
    }

    private Stop stop() {
        stopped = true;
        end.run();
        return new Stop();
    }

    @Override
    public String toString() {
        return target == 0 ? "never" : mode + " boundary " + target;
    }
}
