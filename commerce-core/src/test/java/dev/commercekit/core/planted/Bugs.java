package dev.commercekit.core.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads files of bugs. Each bug begins with its name after {@code #}, says what it {@code breaks} and by what it is {@code caught
 * by}, and has one edit or more: {@code in} a file, the lines as they are after {@code -}, what stands there instead after
 * {@code +}.
 */
public final class Bugs {

    private Bugs() {}

    /** Reads the files of bugs that stand beside a class. */
    public static List<Bug> beside(Class<?> test, List<String> themes) {
        return themes.stream().flatMap(theme -> read(test, theme).stream()).toList();
    }

    private static List<Bug> read(Class<?> test, String theme) {
        List<Bug> bugs = new ArrayList<>();
        for (String text : text(test, theme).split("(?m)^# ", -1)) {
            if (!text.isBlank()) {
                bugs.add(bug(text));
            }
        }
        return bugs;
    }

    private static Bug bug(String text) {
        List<String> lines = text.lines().toList();
        List<Edit> edits = Stream.of(text.split("(?m)^in ", -1))
                .skip(1)
                .map(edit -> edit(edit.lines().toList()))
                .toList();
        return new Bug(lines.get(0), field(lines, "breaks"), field(lines, "caught by"), edits);
    }

    private static Edit edit(List<String> lines) {
        return new Edit(lines.get(0), marked(lines, "-"), marked(lines, "+"));
    }

    private static String marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(lines.get(0) + " does not say what it " + name));
    }

    private static String text(Class<?> test, String theme) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(theme + ".bugs"), theme)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
