package dev.commercekit.jdbc;

/** What opening a storage does about its tables. Nothing is ever altered or dropped. */
public enum SchemaHandling {
    /** Creates the tables that are missing, in one transaction, and validates all. */
    CREATE,
    /** Creates nothing, and demands that every table is there and made as this version of the library makes it. */
    VALIDATE,
    /** Trusts that everything is as it should be, and asks nothing. */
    NONE
}
