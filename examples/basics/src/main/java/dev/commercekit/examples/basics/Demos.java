package dev.commercekit.examples.basics;

import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.StorageChoice;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import dev.commercekit.examples.basics.flashsale.FlashSale;
import dev.commercekit.examples.basics.replay.Replay;
import dev.commercekit.storage.StorageException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Runs a demo by its name. */
public final class Demos {

    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int NOT_STARTED = 2;

    private static final Map<String, Demo> ALL =
            Map.of("quickstart", new Quickstart(), "replay", new Replay(), "flash-sale", new FlashSale());

    private Demos() {}

    /**
     * Runs one demo and exits with its verdict: 0 if its invariants held, 1 if one did not, 2 if it was not asked for
     * something that it can do.
     *
     * @param args the name of the demo, then its options
     */
    public static void main(String[] args) {
        System.exit(run(ALL, System.out, System.err, args));
    }

    /** Returns the demos of this group. */
    public static Map<String, Demo> all() {
        return ALL;
    }

    /** Runs one of the given demos, and returns its verdict as {@link #main} does. */
    public static int run(Map<String, Demo> all, PrintStream out, PrintStream err, String... args) {
        Demo demo = args.length == 0 ? null : all.get(args[0]);
        if (demo == null) {
            err.println("Demos here: "
                    + String.join(", ", all.keySet().stream().sorted().toList()));
            return NOT_STARTED;
        }
        try {
            Options options = Options.parse(List.of(args).subList(1, args.length), demo.flags(), demo.values());
            Verdict verdict = demo.run(options, out);
            if (options.json().isPresent()) {
                verdict.writeTo(options.json().get());
            }
            verdict.broken().forEach(name -> err.println("DID NOT HOLD: " + name));
            out.println(verdict.invariants().size() - verdict.broken().size() + " of "
                    + verdict.invariants().size() + " invariants held.");
            return verdict.held() ? HELD : BROKEN;
        } catch (UsageException asked) {
            err.println(asked.getMessage());
            err.println("usage: examples/demo " + (args[0] + " " + demo.usage()).strip() + " [--storage "
                    + StorageChoice.names() + "] [--json FILE]");
            return NOT_STARTED;
        } catch (IOException failed) {
            err.println("cannot read or write: " + failed);
            return NOT_STARTED;
        } catch (StorageException failed) {
            err.println("the storage cannot be used: " + failed.getMessage());
            return NOT_STARTED;
        }
    }

    static Iterable<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }
}
