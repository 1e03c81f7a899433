package dev.commercekit.core.event;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.workflow.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table of events. An event is a row in the write set that makes it true, so there is never the one without the other;
 * the {@link Relay} hands it over afterwards. Thread-safe.
 */
public final class EventTable {

    /** The id of the event: its order and its sequence. */
    public static final Column<String> ID = Column.text("id");

    /** What it happened to: the order. */
    public static final Column<String> AGGREGATE = Column.text("aggregate");

    /** Its place among the events of the aggregate, from 1 without gaps. */
    public static final Column<Long> SEQUENCE = Column.number("sequence");

    /** The stable name of its kind. */
    public static final Column<String> TYPE = Column.text("type");

    /** The event as a JSON document. */
    public static final Column<String> BODY = Column.json("body");

    /** The storage's time of the commit that made it true. */
    public static final Column<Instant> AT = Column.instant("at");

    /** When it is to be handed over; until then its last taker is trusted with it. Empty if published or parked. */
    public static final Column<Instant> DUE_AT = Column.instant("due_at").orNull();

    /** The name of an {@code EventState}: whether it waits, everyone has it, or an operator must decide or has. */
    public static final Column<String> STATE = Column.text("state");

    /** How often it was taken in order to be handed over. */
    public static final Column<Long> ATTEMPTS = Column.number("attempts");

    /** What went wrong at the last attempt, if that has ended in a failure. */
    public static final Column<String> ERROR = Column.text("error").orNull();

    /** The table. */
    public static final Table TABLE = Table.named("event", ID)
            .columns(AGGREGATE, SEQUENCE, TYPE, BODY, AT, DUE_AT, STATE, ATTEMPTS, ERROR)
            .index("due", DUE_AT, SEQUENCE)
            .index("by_aggregate", AGGREGATE, SEQUENCE)
            .index("by_state", STATE, AT)
            .build();

    private static final int PAGE = 1_000;

    private final StateCodec<OrderEvent> codec;

    /** Creates the table's reader and writer with the codec of the events. */
    public EventTable(StateCodec<OrderEvent> codec) {
        this.codec = codec;
    }

    /**
     * Returns the write that records the event, due at once. It belongs in the write set that makes the event true, which
     * also raises the version of the order, so that two of the same sequence cannot both be committed.
     */
    public Write.Insert append(OrderEvent event) {
        return Write.insert(
                TABLE.key(event.id()),
                values -> values.set(AGGREGATE, event.order().value())
                        .set(SEQUENCE, event.header().sequence())
                        .set(TYPE, EventType.nameOf(event))
                        .set(BODY, codec.encode(event))
                        .setToNow(AT, Duration.ZERO)
                        .setToNow(DUE_AT, Duration.ZERO)
                        .set(STATE, EventState.PENDING.name())
                        .set(ATTEMPTS, 0L));
    }

    /** Returns what happened to the order, oldest first, as far as it is kept. */
    public List<OrderEvent> timeline(Storage storage, OrderId order) {
        List<OrderEvent> events = new ArrayList<>();
        Scan scan = ofAggregate(order.value()).limit(PAGE);
        List<Row> page = storage.scan(scan).rows();
        page.forEach(row -> events.add(read(row)));
        while (page.size() == PAGE) {
            page = storage.scan(scan.after(page.get(PAGE - 1))).rows();
            page.forEach(row -> events.add(read(row)));
        }
        return List.copyOf(events);
    }

    OrderEvent read(Row row) {
        return codec.decode(row.get(BODY));
    }

    /** Returns the write that marks the event, at the given version, as handed over to everyone. */
    static Write published(RowKey event, long version) {
        return Write.update(
                event,
                version,
                values -> values.set(STATE, EventState.PUBLISHED.name())
                        .empty(DUE_AT)
                        .empty(ERROR));
    }

    /** Returns the write that puts the parked event out of the way; what went wrong stays to be seen. */
    static Write abandoned(Row parked) {
        return Write.update(parked, values -> values.set(STATE, EventState.ABANDONED.name()));
    }

    /** Returns the write that parks the event. */
    static Write parked(RowKey event, long version, String error) {
        return Write.update(
                event,
                version,
                values -> values.set(STATE, EventState.PARKED.name())
                        .empty(DUE_AT)
                        .set(ERROR, error));
    }

    static boolean is(EventState state, Row row) {
        return row.get(STATE).equals(state.name());
    }

    /** Returns whether the event is behind the relay: nothing waits for it any more. */
    public static boolean isOver(Row row) {
        return is(EventState.PUBLISHED, row) || is(EventState.ABANDONED, row);
    }

    /** Returns the scans for the events that are behind the relay and not younger than a time, the oldest first. */
    public static List<Scan> over(Instant atMost) {
        return Stream.of(EventState.PUBLISHED, EventState.ABANDONED)
                .map(state -> Scan.of(TABLE, "by_state").equal(state.name()).to(atMost))
                .toList();
    }

    /** Returns the scan for the events of an aggregate, in order. */
    public static Scan ofAggregate(String aggregate) {
        return Scan.of(TABLE, "by_aggregate").equal(aggregate);
    }

    /** Returns the key of an event of an aggregate. */
    public static RowKey key(String aggregate, long sequence) {
        return TABLE.key(aggregate + "/" + sequence);
    }
}
