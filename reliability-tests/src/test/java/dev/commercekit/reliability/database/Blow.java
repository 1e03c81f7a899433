package dev.commercekit.reliability.database;

import java.io.IOException;

/** What is killed while processes sell. */
enum Blow {
    /** One of the processes. */
    PROCESS(true) {
        @Override
        void strike(KillablePostgres database) {
            // the database lives
        }
    },
    /** The database, by an immediate stop. */
    DATABASE_STOPPED(false) {
        @Override
        void strike(KillablePostgres database) throws IOException, InterruptedException {
            database.stopImmediately();
        }
    },
    /** The database by an immediate stop, and one of the processes. */
    PROCESS_AND_DATABASE_STOPPED(true) {
        @Override
        void strike(KillablePostgres database) throws IOException, InterruptedException {
            database.stopImmediately();
        }
    },
    /** All processes of the database, by SIGKILL. */
    DATABASE_KILLED(false) {
        @Override
        void strike(KillablePostgres database) throws IOException {
            database.killAll();
        }
    },
    /** All processes of the database, and one of those that sell, by SIGKILL. */
    PROCESS_AND_DATABASE_KILLED(true) {
        @Override
        void strike(KillablePostgres database) throws IOException {
            database.killAll();
        }
    };

    private final boolean hitsProcess;

    Blow(boolean hitsProcess) {
        this.hitsProcess = hitsProcess;
    }

    boolean hitsProcess() {
        return hitsProcess;
    }

    boolean hitsDatabase() {
        return this != PROCESS;
    }

    /** Kills what it kills of the database, and returns when that is dead. */
    abstract void strike(KillablePostgres database) throws IOException, InterruptedException;
}
