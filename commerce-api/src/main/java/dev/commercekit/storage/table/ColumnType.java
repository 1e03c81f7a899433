package dev.commercekit.storage.table;

import java.math.BigDecimal;
import java.time.Instant;

/** What a column holds. An adapter maps each to a typed column that a person can query. */
public enum ColumnType {
    /** Text; it compares by its code points, or by its UTF-16 code units: they differ only beyond the basic plane. */
    TEXT(String.class),
    /** A whole number of 64 bits. */
    LONG(Long.class),
    /** An exact decimal number; its scale is kept. */
    DECIMAL(BigDecimal.class),
    /** A moment with microseconds; what is finer is cut off when the value is set. */
    INSTANT(Instant.class),
    /** A JSON document as text; adapters may keep it in a JSON column but need not understand it. */
    JSON(String.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** Returns the Java type of the column's values. */
    public Class<?> javaType() {
        return javaType;
    }
}
