package dev.commercekit.core.crash;

import java.util.function.Supplier;

/**
 * Counts the boundaries that a process crosses, its commits and its calls to the gateway, and stops it at one of them. A stopped
 * process crosses no boundary any more, not even to read.
 */
final class CrashPoint {

    /** Where a process stops at a boundary. */
    enum Mode {
        /** Before the effect. */
        BEFORE,
        /** After the effect, before the reply is seen. */
        BEFORE_REPLY,
        /** After the reply, before anything else. */
        AFTER
    }

    private final int target;
    private final Mode mode;
    private int crossed;
    private boolean armed;
    private boolean stopped;

    private CrashPoint(int target, Mode mode) {
        this.target = target;
        this.mode = mode;
    }

    /** Returns a process that stops at the boundary with this number, counted from 1. */
    static CrashPoint at(int target, Mode mode) {
        return new CrashPoint(target, mode);
    }

    /** Returns a process that never stops. */
    static CrashPoint never() {
        return new CrashPoint(0, Mode.BEFORE);
    }

    /** Returns how many boundaries were crossed or tried. */
    int crossed() {
        return crossed;
    }

    /** Returns whether the process has stopped, or would at its next step. */
    boolean reached() {
        return stopped || armed;
    }

    /** Does what is no boundary, unless the process has stopped. */
    <T> T read(Supplier<T> reading) {
        refuseIfStopped();
        return reading.get();
    }

    /** Crosses a boundary. */
    <T> T cross(Supplier<T> effect) {
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
        return new Stop();
    }

    @Override
    public String toString() {
        return target == 0 ? "never" : mode + " boundary " + target;
    }
}
