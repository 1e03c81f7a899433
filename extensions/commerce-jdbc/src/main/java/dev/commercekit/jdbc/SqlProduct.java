package dev.commercekit.jdbc;

import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.postgres.Postgres;
import dev.commercekit.jdbc.dialect.sqlite.Sqlite;
import dev.commercekit.storage.StorageException;

/** The databases that are known. */
public enum SqlProduct {
    /** PostgreSQL 12 and later, and what speaks its protocol. */
    POSTGRESQL("PostgreSQL", new Postgres()),
    /** SQLite 3.42 and later, the durable file. */
    SQLITE("SQLite", new Sqlite());

    private final String name;
    private final transient Dialect dialect;

    SqlProduct(String name, Dialect dialect) {
        this.name = name;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    static SqlProduct of(String productName) {
        for (SqlProduct product : values()) {
            if (product.name.equals(productName)) {
                return product;
            }
        }
        throw new StorageException("the database " + productName + " is not known: use PostgreSQL or SQLite", false);
    }
}
