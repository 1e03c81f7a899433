package dev.commercekit.core.event;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.Commits;
import dev.commercekit.operator.ParkedEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What operators do about events that could not be handed over. Thread-safe. */
public final class ParkedEvents {

    private static final int FOLLOWERS = 1_000;

    private final Storage storage;
    private final Commits commits;

    /** Creates it over the storage that holds the events. */
    public ParkedEvents(Storage storage, CommitPath path, IdGenerator ids) {
        this.storage = storage;
        this.commits = new Commits(path, ids);
    }

    /** Returns up to so many parked events, 1 to 10,000, the oldest first. */
    public List<ParkedEvent> list(int limit) {
        Reading parked = storage.scan(Scan.of(EventTable.TABLE, "by_state")
                .equal(EventState.PARKED.name())
                .limit(limit));
        return parked.rows().stream().map(row -> parked(row, parked.at())).toList();
    }

    /** Returns the event as it stands, if there is one. */
    public Optional<Row> find(String eventId) {
        RowKey key = EventTable.TABLE.key(Input.identifier(eventId, "event", 200));
        return storage.get(List.of(key)).find(key);
    }

    /**
     * Lets the relay try a parked event again at once, with all its attempts; those that wait behind it follow. Consumers that
     * had it do not get it again.
     *
     * @param records written with it
     * @return whether it was parked
     */
    public boolean retry(String eventId, List<? extends Write> records) {
        return decide(eventId, ParkedEvents::again, records);
    }

    /**
     * Puts a parked event out of the way without handing it over; those that wait behind it go on at once.
     *
     * @param records written with it
     * @return whether it was parked
     */
    public boolean abandon(String eventId, List<? extends Write> records) {
        return decide(eventId, EventTable::abandoned, records);
    }

    private boolean decide(String eventId, Function<Row, Write> decision, List<? extends Write> records) {
        while (true) {
            Optional<Row> parked = find(eventId).filter(event -> EventTable.is(EventState.PARKED, event));
            if (parked.isEmpty()) {
                return false;
            }
            List<Write> own = new ArrayList<>(records);
            own.add(decision.apply(parked.get()));
            Map<Row, List<Write>> changes = followers(parked.get());
            changes.put(parked.get(), own);
            if (commits.commitEach(changes).changes().contains(parked.get())) {
                return true;
            }
        }
    }

    private static Write again(Row parked) {
        return Write.update(
                parked,
                values -> values.set(EventTable.STATE, EventState.PENDING.name())
                        .set(EventTable.ATTEMPTS, 0L)
                        .setToNow(EventTable.DUE_AT, Duration.ZERO)
                        .empty(EventTable.ERROR));
    }

    private Map<Row, List<Write>> followers(Row parked) {
        Map<Row, List<Write>> writes = new LinkedHashMap<>();
        Scan later = Scan.of(EventTable.TABLE, "by_aggregate")
                .equal(parked.get(EventTable.AGGREGATE))
                .from(parked.get(EventTable.SEQUENCE) + 1)
                .limit(FOLLOWERS);
        for (Row event : storage.scan(later).rows()) {
            if (EventTable.is(EventState.PENDING, event)) {
                writes.put(
                        event,
                        List.of(Write.update(event, values -> values.setToNow(EventTable.DUE_AT, Duration.ZERO))));
            }
        }
        return writes;
    }

    private static ParkedEvent parked(Row event, Instant now) {
        return new ParkedEvent(
                event.get(EventTable.ID),
                OrderId.of(event.get(EventTable.AGGREGATE)),
                event.get(EventTable.TYPE),
                event.get(EventTable.AT),
                Duration.between(event.get(EventTable.AT), now),
                event.get(EventTable.ATTEMPTS),
                event.find(EventTable.ERROR).orElse(""));
    }
}
