package dev.commercekit.reliability.database;

/** Where a connection is cut around a COMMIT. */
enum Cut {
    /** Before the server has the COMMIT. */
    NOT_SENT,
    /** When the COMMIT is on its way to the server or waits there; nobody knows whether it is carried out, or when. */
    WHILE_IT_WAITS,
    /** When the server has committed and has said so, before the client hears it. */
    REPLY_LOST
}
