package dev.commercekit.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers that a benchmark goes by, as {@code --name value}.
 *
 * @param values each by its name, with its default where none was given
 */
public record Options(Map<String, Integer> values) {

    public Options {
        values = Map.copyOf(values);
    }

    /**
     * Reads options.
     *
     * @param words names, with two dashes before them, and values in turn
     * @param defaults every option that the benchmark knows
     */
    public static Options parse(List<String> words, Map<String, Integer> defaults) {
        Map<String, Integer> values = new LinkedHashMap<>(defaults);
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            if (!defaults.containsKey(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException(
                        words.get(i) + " is no option with a value; there are " + defaults.keySet());
            }
            values.put(name, Integer.valueOf(words.get(i + 1)));
        }
        return new Options(values);
    }

    public int get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
