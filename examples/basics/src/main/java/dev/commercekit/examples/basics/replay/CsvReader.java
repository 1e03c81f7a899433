package dev.commercekit.examples.basics.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values as RFC 4180 has them: a field in quotes may hold commas, line breaks and doubled quotes. A row
 * with a fault takes its first line only, so that a quote that is never closed does not swallow the lines below it.
 */
final class CsvReader {

    /** A longer row is one whose quote was not closed. */
    private static final int LONGEST_ROW = 10_000;

    private final List<String> lines;
    private final int columns;
    private int next;

    CsvReader(String text, int columns) {
        this.lines = text.lines().toList();
        this.columns = columns;
    }

    /**
     * One row.
     *
     * @param line the number of its first line, from 1
     * @param fields its fields, none if it has a fault
     * @param fault what is wrong with it
     */
    record Row(int line, List<String> fields, Optional<String> fault) {}

    /** Returns the next row that is not blank, or nothing at the end. */
    Optional<Row> next() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() ? Optional.of(row(next++)) : Optional.empty();
    }

    private Row row(int first) {
        StringBuilder text = new StringBuilder(lines.get(first));
        boolean open = opens(lines.get(first));
        int last = first;
        while (open) {
            if (++last == lines.size() || text.length() > LONGEST_ROW) {
                return fault(first, "has a quote that is not closed");
            }
            text.append('\n').append(lines.get(last));
            open ^= opens(lines.get(last));
        }
        List<String> fields = new ArrayList<>();
        for (String field : split(text.toString())) {
            boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
            String inner = quoted ? field.substring(1, field.length() - 1) : field;
            if ((quoted ? inner.replace("\"\"", "") : inner).contains("\"")) {
                return fault(first, "has a quote in the middle of a field");
            }
            fields.add(quoted ? inner.replace("\"\"", "\"") : inner);
        }
        if (fields.size() != columns) {
            return fault(first, "has " + fields.size() + " fields instead of " + columns);
        }
        next = last + 1;
        return new Row(first + 1, fields, Optional.empty());
    }

    private static Row fault(int first, String reason) {
        return new Row(first + 1, List.of(), Optional.of(reason));
    }

    /** Returns whether a quote is open at the end of the line, or closed if one was open before it. */
    private static boolean opens(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(text.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(text.substring(start));
        return fields;
    }
}
