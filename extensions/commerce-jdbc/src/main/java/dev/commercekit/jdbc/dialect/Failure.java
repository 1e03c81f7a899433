package dev.commercekit.jdbc.dialect;

/** What an error of a database means. */
public enum Failure {
    /** A row that is to be inserted is there. */
    DUPLICATE("a row that another wrote stood in the way", true),
    /** Others held a row, or the whole file, for longer than was waited. */
    BUSY("waited too long for rows or a file that others hold", true),
    /** The transaction of a host read before others wrote, and so may write no more. */
    OLD("the transaction has read before others wrote: BEGIN IMMEDIATE, or join it before it reads", true),
    /** The database chose the transaction as the victim of a conflict. */
    CONFLICT("lost against concurrent transactions", true),
    /** A statement took longer than the host or the database allows. */
    TIMED_OUT("a statement was stopped by its time limit", true),
    /** The connection broke, or none was to be had. */
    LOST("no connection to the database", true),
    /** The disk, the memory or the number of connections is at its end. */
    FULL("the database has no disk space, memory or connections left", true),
    /** Nothing can be written at present. */
    READ_ONLY("the database is read-only", true),
    /** The credentials are wrong or the rights are missing. */
    DENIED("the database refuses access: check the credentials and rights", false),
    /** There is no such database, or its directory cannot be used. */
    NO_DATABASE("there is no such database, or it cannot be opened", false),
    /** The file holds something else, or is damaged. */
    NOT_A_DATABASE("the file is no database, or it is damaged", false),
    /** A table or a column is missing. */
    NO_TABLE("the database lacks a table or a column", false),
    /** Anything else. */
    OTHER("the database refused a statement", false);

    private final String text;
    private final boolean retryable;

    Failure(String text, boolean retryable) {
        this.text = text;
        this.retryable = retryable;
    }

    /** Returns whether the same may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** Returns what happened, for people. */
    public String text() {
        return text;
    }
}
