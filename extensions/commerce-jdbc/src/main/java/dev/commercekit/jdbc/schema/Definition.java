package dev.commercekit.jdbc.schema;

import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a table is made, in lines that a person can read; it stands in the database beside the table. */
final class Definition {

    private Definition() {}

    static String of(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("key " + names(table.key()));
        for (Column<?> column : table.columns()) {
            lines.add("column " + column.name() + " " + column.type().name().toLowerCase(Locale.ROOT)
                    + (column.nullable() ? " or empty" : ""));
        }
        table.indexes().forEach(index -> lines.add("index " + index.name() + " " + names(index.columns())));
        table.checks()
                .forEach(check -> lines.add("check " + side(check.low(), check) + " <= " + side(check.high(), check)));
        return String.join("\n", lines);
    }

    /** Says how the stored definition differs from the one that is meant, or nothing if it does not. */
    static Optional<String> difference(String stored, String meant) {
        List<String> there = Arrays.asList(stored.split("\n", -1));
        List<String> wanted = Arrays.asList(meant.split("\n", -1));
        List<String> missing = without(wanted, there);
        List<String> more = without(there, wanted);
        if (missing.isEmpty() && more.isEmpty()) {
            return Optional.empty();
        }
        if (more.isEmpty()) {
            return Optional.of("is of an earlier version: it lacks " + String.join("; ", missing));
        }
        if (missing.isEmpty()) {
            return Optional.of("is of a later version: it also has " + String.join("; ", more));
        }
        return Optional.of("is of another version: it lacks " + String.join("; ", missing) + ", and has "
                + String.join("; ", more));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static String names(Collection<Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String side(Optional<Column<?>> column, Check check) {
        return column.map(Column::name).orElse(Long.toString(check.number()));
    }
}
