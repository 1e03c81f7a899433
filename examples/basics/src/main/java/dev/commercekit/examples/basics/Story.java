package dev.commercekit.examples.basics;

import dev.commercekit.examples.basics.command.Verdict;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A demo that tells what happens while it happens, and notes what must hold on the way. */
final class Story {

    private final PrintStream out;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Boolean> invariants = new LinkedHashMap<>();

    Story(PrintStream out) {
        this.out = out;
    }

    void tell(String sentence) {
        out.println(sentence);
    }

    /** Notes whether something held, by a name that says it. */
    void must(String hold, boolean held) {
        invariants.merge(hold, held, Boolean::logicalAnd);
    }

    /** Notes a figure for machines. */
    void note(String name, Object value) {
        values.put(name, value);
    }

    Verdict verdict() {
        return new Verdict(values, invariants);
    }
}
