package dev.commercekit.examples.durable;

import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.durable.crash.Crash;
import java.util.Map;
import java.util.TreeMap;

/** Runs a demo by its name: those of this group, and those of the basics over a durable storage. */
public final class Demos {

    private static final Map<String, Demo> OWN = Map.of("crash", new Crash());

    private Demos() {}

    /** Runs one demo and exits with its verdict, as {@link dev.commercekit.examples.basics.Demos#main} does. */
    public static void main(String[] args) {
        System.exit(dev.commercekit.examples.basics.Demos.run(all(), System.out, System.err, args));
    }

    static Map<String, Demo> own() {
        return OWN;
    }

    static Map<String, Demo> all() {
        Map<String, Demo> all = new TreeMap<>(dev.commercekit.examples.basics.Demos.all());
        all.putAll(OWN);
        return all;
    }
}
