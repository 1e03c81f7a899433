package dev.commercekit.jdbc;

import dev.commercekit.Input;
import dev.commercekit.jdbc.table.Naming;
import java.time.Duration;
import java.util.Optional;

/**
 * How a {@link JdbcStorage} names and makes its tables, and how long it waits for rows. Immutable.
 *
 * @param prefix stands before the name of every table: lower_snake_case of at most 20 characters, or empty; two storages with
 *     different prefixes can live in one schema
 * @param schema the schema of the database in which the tables are, or empty for that of the connection
 * @param handling what opening does about the tables
 * @param lockTimeout how long a write set that is committed alone waits for rows that other transactions hold; also how long
 *     those sets of a list wait whose rows were held for longer than {@code batchLockTimeout}
 * @param batchLockTimeout how long a list of write sets waits for rows, before the sets that need them are parted from the
 *     others
 */
public record JdbcOptions(
        String prefix,
        Optional<String> schema,
        SchemaHandling handling,
        Duration lockTimeout,
        Duration batchLockTimeout) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Checks all. */
    public JdbcOptions {
        schema = new Naming(prefix, schema).schema();
        Input.required(handling, "handling");
        positive(lockTimeout, "lockTimeout");
        positive(batchLockTimeout, "batchLockTimeout");
    }

    private static void positive(Duration time, String field) {
        Input.required(time, field);
        boolean sensible = time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(LONGEST) <= 0;
        Input.that(sensible, field, "must be between a millisecond and ten minutes");
    }

    /** Returns the defaults: prefix {@code commerce_}, the connection's schema, created; 2 s and 200 ms. */
    public static JdbcOptions defaults() {
        return new JdbcOptions(
                "commerce_", Optional.empty(), SchemaHandling.CREATE, Duration.ofSeconds(2), Duration.ofMillis(200));
    }

    /** Returns the same options with another prefix of tables. */
    public JdbcOptions withPrefix(String other) {
        return new JdbcOptions(other, schema, handling, lockTimeout, batchLockTimeout);
    }

    /** Returns the same options with the given schema of the database. */
    public JdbcOptions withSchema(String name) {
        return new JdbcOptions(
                prefix, Optional.of(Input.required(name, "schema")), handling, lockTimeout, batchLockTimeout);
    }

    /** Returns the same options with another handling of tables. */
    public JdbcOptions withHandling(SchemaHandling other) {
        return new JdbcOptions(prefix, schema, other, lockTimeout, batchLockTimeout);
    }

    /** Returns the same options with other times to wait for rows: alone, and in a list. */
    public JdbcOptions withLockTimeouts(Duration alone, Duration inBatch) {
        return new JdbcOptions(prefix, schema, handling, alone, inBatch);
    }

    Naming naming() {
        return new Naming(prefix, schema);
    }
}
