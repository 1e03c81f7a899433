package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How a sandbox is set up.
 *
 * @param clock the gateway's own clock
 * @param replayWindow for how long after its first use a key is remembered; 24 hours unless told otherwise
 * @param latency called once in each call before the gateway looks at it, outside of its lock; nothing unless told otherwise
 * @param notifier runs the listeners of notifications; the calling thread unless told otherwise
 */
public record SandboxOptions(
        InstantSource clock, Duration replayWindow, Consumer<SandboxOperation> latency, Executor notifier) {

    /** Refuses null and a window that is not above zero. */
    public SandboxOptions {
        Input.required(clock, "clock");
        Input.that(
                !Input.required(replayWindow, "replayWindow").isNegative() && !replayWindow.isZero(),
                "replayWindow",
                "must be above zero");
        Input.required(latency, "latency");
        Input.required(notifier, "notifier");
    }

    /** Returns the defaults, on the given clock. */
    public static SandboxOptions at(InstantSource clock) {
        return new SandboxOptions(clock, Duration.ofHours(24), operation -> {}, Runnable::run);
    }

    /** Returns the options with another replay window. */
    public SandboxOptions replayingFor(Duration window) {
        return new SandboxOptions(clock, window, latency, notifier);
    }

    /** Returns the options with a hook that takes the time that a call would take; it may block or throw. */
    public SandboxOptions delayedBy(Consumer<SandboxOperation> hook) {
        return new SandboxOptions(clock, replayWindow, hook, notifier);
    }

    /** Returns the options with another executor for the listeners of notifications. */
    public SandboxOptions notifyingOn(Executor executor) {
        return new SandboxOptions(clock, replayWindow, latency, executor);
    }
}
