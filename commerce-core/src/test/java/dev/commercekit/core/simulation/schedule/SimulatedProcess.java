package dev.commercekit.core.simulation.schedule;

/** A process, whose threads all stop with it. */
public final class SimulatedProcess {

    private final String name;
    private boolean stopped;

    /** Starts one of the given name. */
    public SimulatedProcess(String name) {
        this.name = name;
    }

    /** Stops it: each of its threads ends where it next would do anything. */
    public void stop() {
        stopped = true;
    }

    /** Returns whether it was stopped. */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public String toString() {
        return name;
    }
}
