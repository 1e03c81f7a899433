package dev.commercekit.examples.basics.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** One line at a terminal that tells how far long work is. Elsewhere it is silent. Not thread-safe. */
public final class Progress implements AutoCloseable {

    /** The system property by which the script tells that standard error is a terminal. */
    private static final String AT_A_TERMINAL = "examples.terminal";

    private final PrintStream err;
    private final boolean shown;
    private final String what;
    private final long total;
    private long done;

    private Progress(PrintStream err, boolean shown, String what, long total) {
        this.err = err;
        this.shown = shown && total > 0;
        this.what = what;
        this.total = total;
    }

    /** Returns the progress of so many pieces of work, shown on standard error if that is a terminal. */
    public static Progress of(String what, long total) {
        return new Progress(System.err, Boolean.getBoolean(AT_A_TERMINAL), what, total);
    }

    static Progress shownOn(PrintStream err, String what, long total) {
        return new Progress(err, true, what, total);
    }

    /** Counts one piece of work as done. */
    public void step() {
        done++;
        if (shown && percent(done) != percent(done - 1)) {
            err.print(String.format(Locale.ROOT, "\r%3d %% of %,d %s", percent(done), total, what));
            err.flush();
        }
    }

    /** Shows how many pieces of work are done, and what else there is to tell, which is asked for only if it is shown. */
    public void at(long pieces, Supplier<String> detail) {
        done = pieces;
        if (shown) {
            err.print(String.format(
                    Locale.ROOT, "\r%3d %% of %,d %s: %s\033[K", percent(done), total, what, detail.get()));
            err.flush();
        }
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (shown) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private long percent(long pieces) {
        return pieces * 100 / total;
    }
}
