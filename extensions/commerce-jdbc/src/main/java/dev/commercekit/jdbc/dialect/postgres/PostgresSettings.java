package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The settings under which the statements run, until the transaction ends. */
final class PostgresSettings {

    /**
     * Every statement here names rows by key or in the order of an index, and one plan fits all values. Left to itself the
     * planner may prefer to read all of a small table, and keep to that plan while the table grows; or it plans anew each time,
     * which costs more than most of these statements.
     */
    private static final String BY_INDEX =
            "set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

    private static final List<String> ALL = List.of("enable_seqscan", "plan_cache_mode", "lock_timeout");

    private PostgresSettings() {}

    /** Changes what reads need. */
    static Sql forReads() {
        return Sql.query("SELECT " + BY_INDEX, List.of(), row -> {});
    }

    /** Changes all of them. */
    static Sql forWrites(Duration lockTimeout) {
        return Sql.query(
                "SELECT " + BY_INDEX + ", set_config('lock_timeout', ?, true)",
                List.of(Parameter.of(Long.toString(Math.max(1, lockTimeout.toMillis())))),
                row -> {});
    }

    /**
     * Lets the commit return before it is on disk. The log is written in order, so the next commit that is awaited brings this
     * one to disk as well.
     */
    static Sql withoutAwaitingDisk() {
        return Sql.query("SELECT set_config('synchronous_commit', 'off', true)", List.of(), row -> {});
    }

    /** Reads what all of them are. */
    static Sql read(Consumer<List<String>> values) {
        String text = ALL.stream()
                .map(name -> "current_setting('" + name + "')")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        return Sql.query(text, List.of(), row -> {
            List<String> found = new ArrayList<>();
            for (int i = 1; i <= ALL.size(); i++) {
                found.add(row.getString(i));
            }
            values.accept(found);
        });
    }

    /** Makes all of them what they were. */
    static Sql restore(List<String> values) {
        String text = ALL.stream()
                .map(name -> "set_config('" + name + "', ?, true)")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        return Sql.query(text, values.stream().map(Parameter::of).toList(), row -> {});
    }
}
