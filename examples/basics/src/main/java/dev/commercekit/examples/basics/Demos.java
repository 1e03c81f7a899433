package dev.commercekit.examples.basics;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Runs a demo by its name. */
public final class Demos {
    private static final Map<String, ToIntFunction<String[]>> ALL = Map.of("quickstart", Quickstart::run);

    private Demos() {}

    /**
     * Runs one demo and exits with its verdict: 0 if its invariants held.
     *
     * @param args the name of the demo, then its options
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        var demo = args.length == 0 ? null : ALL.get(args[0]);
        if (demo == null) {
            System.err.println("Demos here: " + String.join(", ", names()));
            return 2;
        }
        return demo.applyAsInt(Arrays.copyOfRange(args, 1, args.length));
    }

    static Iterable<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }
}
