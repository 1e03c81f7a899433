package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Makes all changes of a commit in one statement. Thread-safe. */
public interface AtOnce {

    /**
     * Returns the statement, which makes the changes in the given order, holds the rows that are there before it inserts any, and
     * ends in an error if a row is not as foreseen.
     *
     * @param time takes the storage's time: that at which the rows were held, unless an update writes it
     */
    Sql sql(List<Foreseen> changes, Consumer<Instant> time);
}
