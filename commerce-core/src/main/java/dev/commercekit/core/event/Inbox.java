package dev.commercekit.core.event;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The table of what each consumer has had: one insert-only row for each consumer and event. In the write set of an effect it
 * admits that effect once; after a call it says that the call succeeded.
 */
public final class Inbox {

    /** The name of the consumer. */
    public static final Column<String> CONSUMER = Column.text("consumer");

    /** The id of the event or message. */
    public static final Column<String> EVENT_ID = Column.text("event_id");

    /** The storage's time of the commit. */
    public static final Column<Instant> AT = Column.instant("at");

    /** The table. */
    public static final Table TABLE = Table.named("inbox", CONSUMER, EVENT_ID)
            .columns(AT)
            .index("by_time", AT)
            .build();

    private Inbox() {}

    /** Returns the key of the row that says that the consumer had the event. */
    public static RowKey key(String consumer, String eventId) {
        return TABLE.key(consumer, eventId);
    }

    /** Returns the write that records that the consumer had the event; it is refused if it had it before. */
    public static Write.Insert record(String consumer, String eventId) {
        return Write.insert(key(consumer, eventId), values -> values.setToNow(AT, Duration.ZERO));
    }
}
