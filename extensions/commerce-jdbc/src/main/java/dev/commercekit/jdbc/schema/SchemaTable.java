package dev.commercekit.jdbc.schema;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;

/** The table that tells how the others were made: one row for each of them. */
final class SchemaTable {

    /** The way in which this version maps tables to SQL; a higher number is a later version's. */
    static final long LAYOUT = 1;

    static final Column<String> NAME = Column.text("table_name");
    static final Column<Long> MAPPING = Column.number("layout");
    static final Column<String> DEFINITION = Column.text("definition");

    static final Table TABLE =
            Table.named("schema", NAME).columns(MAPPING, DEFINITION).build();

    private SchemaTable() {}

    static Row row(Table table) {
        return Row.of(TABLE.key(table.name()), 1, new Object[] {table.name(), LAYOUT, Definition.of(table)});
    }
}
