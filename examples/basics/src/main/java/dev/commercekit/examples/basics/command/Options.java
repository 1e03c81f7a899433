package dev.commercekit.examples.basics.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a demo's name.
 *
 * @param arguments what is no option, in order
 * @param flags the options without a value that were given
 * @param json where the result goes for machines, if anywhere
 */
public record Options(List<String> arguments, Set<String> flags, Optional<Path> json) {

    /** Copies the collections. */
    public Options {
        arguments = List.copyOf(arguments);
        flags = Set.copyOf(flags);
    }

    /**
     * Reads the options of a demo.
     *
     * @param known the options without a value that the demo knows
     * @throws UsageException if one is not known, or its value is missing or cannot be used
     */
    public static Options parse(List<String> words, Set<String> known) throws UsageException {
        List<String> arguments = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        Optional<Path> json = Optional.empty();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.equals("--storage")) {
                storage(value(word, rest));
            } else if (word.equals("--json")) {
                json = Optional.of(writable(Path.of(value(word, rest))));
            } else if (known.contains(word)) {
                flags.add(word);
            } else if (word.startsWith("-")) {
                throw new UsageException("unknown option " + word);
            } else {
                arguments.add(word);
            }
        }
        return new Options(arguments, flags, json);
    }

    /** Refuses arguments, for a demo that takes none. */
    public void refuseArguments() throws UsageException {
        if (!arguments.isEmpty()) {
            throw new UsageException("unexpected argument " + arguments.get(0));
        }
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.next();
    }

    private static void storage(String name) throws UsageException {
        if (!name.equals("memory")) {
            throw new UsageException("--storage can be memory only, not " + name);
        }
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
