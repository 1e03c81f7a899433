package dev.commercekit.jdbc.table;

import dev.commercekit.Input;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of tables and indexes in SQL. Names are quoted only where a database would take them for a word of its own.
 *
 * @param prefix stands before the name of every table
 * @param schema the schema of the database in which the tables are, or empty for the connection's own
 */
public record Naming(String prefix, Optional<String> schema) {

    /** The longest name that every supported database takes. */
    private static final int LONGEST = 63;

    private static final Pattern PREFIX = Pattern.compile("|[a-z][a-z0-9_]{0,19}");
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Checks both. */
    public Naming {
        Input.that(
                PREFIX.matcher(Input.required(prefix, "prefix")).matches(),
                "prefix",
                "must be lower_snake_case of at most 20 characters, or empty");
        Input.required(schema, "schema")
                .ifPresent(name -> Input.that(
                        SCHEMA.matcher(name).matches(), "schema", "must be lower_snake_case of at most 63 characters"));
    }

    /** Returns the name of a table without its schema and unquoted, as the database's own catalog has it. */
    public String plain(Table table) {
        return prefix + table.name();
    }

    /** Returns the name of a table as it stands in statements. */
    public String table(Table table) {
        return qualified(plain(table));
    }

    /** Returns the given name in the schema, as it stands in statements. */
    public String qualified(String name) {
        return schema.map(Naming::quoted).map(owner -> owner + ".").orElse("") + quoted(name);
    }

    /** Returns the name of an index, cut and made unique again where it is too long; quoted if need be. */
    public String index(Table table, Index index) {
        String name = plain(table) + "_" + index.name();
        if (name.length() > LONGEST) {
            String hash = Integer.toHexString(name.hashCode());
            name = name.substring(0, LONGEST - 1 - hash.length()) + "_" + hash;
        }
        return quoted(name);
    }

    /** Returns the name, in quotes if it is a word of some database. */
    public static String quoted(String name) {
        return ReservedWords.contains(name) ? '"' + name + '"' : name;
    }
}
