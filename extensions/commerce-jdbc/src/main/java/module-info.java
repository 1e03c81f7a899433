/** Durable storage in a file or in PostgreSQL. */
module dev.commercekit.jdbc {
    requires transitive dev.commercekit;
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.commercekit.jdbc;
}
