package dev.commercekit.examples.basics.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a demo's name.
 *
 * @param arguments what is no option, in order
 * @param flags the options without a value that were given
 * @param values the demo's own options with a value that were given
 * @param storage where the shop is kept
 * @param json where the result goes for machines, if anywhere
 */
public record Options(
        List<String> arguments,
        Set<String> flags,
        Map<String, String> values,
        StorageChoice storage,
        Optional<Path> json) {

    /** Copies the collections. */
    public Options {
        arguments = List.copyOf(arguments);
        flags = Set.copyOf(flags);
        values = Map.copyOf(values);
    }

    /**
     * Reads the options of a demo.
     *
     * @param knownFlags the options without a value that the demo knows
     * @param knownValues the options with a value that the demo knows
     * @throws UsageException if one is not known, or its value is missing or cannot be used
     */
    public static Options parse(List<String> words, Set<String> knownFlags, Set<String> knownValues)
            throws UsageException {
        List<String> arguments = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        StorageChoice storage = StorageChoice.MEMORY;
        Optional<Path> json = Optional.empty();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--storage")) {
                storage = StorageChoice.named(value(word, rest));
            } else if (word.equals("--json")) {
                json = Optional.of(writable(Path.of(value(word, rest))));
            } else if (knownFlags.contains(word)) {
                flags.add(word);
            } else if (knownValues.contains(word)) {
                values.put(word, value(word, rest));
            } else if (word.startsWith("-")) {
                throw new UsageException("unknown option " + word);
            } else {
                arguments.add(word);
            }
        }
        return new Options(arguments, flags, values, storage, json);
    }

    /** Refuses arguments, for a demo that takes none. */
    public void refuseArguments() throws UsageException {
        if (!arguments.isEmpty()) {
            throw new UsageException("unexpected argument " + arguments.get(0));
        }
    }

    /** Returns the whole number that was given for an option, or what it is if none was. */
    public int number(String option, int otherwise, int least, int most) throws UsageException {
        String given = values.get(option);
        if (given == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new UsageException(String.format(
                Locale.ROOT, "%s needs a whole number from %,d to %,d, not %s", option, least, most, given));
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    /** It is found out before the work, not after it. */
    private static Path writable(Path file) throws UsageException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new UsageException("--json needs a file in a folder that exists, not " + file);
        }
        return file;
    }
}
