package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.UsageException;
import java.util.Set;

/**
 * How large a sale is.
 *
 * @param stock how many units there are
 * @param buyers how many want one
 * @param threads how many of them at a time
 * @param seed decides which cards they have
 */
record Size(int stock, int buyers, int threads, int seed) {

    static final String USAGE = "[--stock N] [--buyers N] [--threads N] [--seed N]";
    static final Set<String> OPTIONS = Set.of("--stock", "--buyers", "--threads", "--seed");

    private static final int MOST = 1_000_000;
    private static final int MOST_THREADS = 256;

    static Size of(Options options) throws UsageException {
        options.refuseArguments();
        return new Size(
                options.number("--stock", 1_000, 0, MOST),
                options.number("--buyers", 10_000, 1, MOST),
                options.number("--threads", 16, 1, MOST_THREADS),
                options.number("--seed", 1, 0, Integer.MAX_VALUE));
    }
}
