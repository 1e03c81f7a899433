package dev.commercekit.jdbc;

import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.postgres.Postgres;
import dev.commercekit.jdbc.dialect.sqlite.Sqlite;
import dev.commercekit.storage.StorageException;

/** The databases that are known. */
public enum SqlProduct {
    /** PostgreSQL 14 and later, and what speaks its protocol. */
    POSTGRESQL("PostgreSQL"),
    /** SQLite 3.42 and later, the durable file. */
    SQLITE("SQLite");

    private final String name;

    SqlProduct(String name) {
        this.name = name;
    }

    Dialect dialect() {
        return this == POSTGRESQL ? new Postgres() : new Sqlite();
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
