package dev.commercekit.jdbc.session;

import java.util.List;

/**
 * The savepoint under which a call works in a transaction of the host. If the host has one of the same name, it is only hidden
 * meanwhile.
 */
public final class Savepoint {

    private static final String NAME = "commercekit_call";

    /** Sets it. */
    public static final Sql SET = Sql.of("SAVEPOINT " + NAME);

    /** Removes it, and keeps what was done since. */
    public static final Sql RELEASE = Sql.of("RELEASE SAVEPOINT " + NAME);

    /** Undoes what was done since, and removes it. */
    public static final List<Sql> UNDO = List.of(Sql.of("ROLLBACK TO SAVEPOINT " + NAME), RELEASE);

    private Savepoint() {}
}
