package dev.commercekit.core.event;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.core.commit.CommitQueue;
import dev.commercekit.core.subscription.ParkedEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators do about events that could not be handed over. Thread-safe. */
public final class ParkedEvents {

    private static final int FOLLOWERS = 1_000;

    private final Storage storage;
    private final Commits commits;

    /** Creates it over the storage that holds the events. */
    public ParkedEvents(Storage storage, CommitQueue queue, IdGenerator ids) {
        this.storage = storage;
        this.commits = new Commits(queue, ids);
    }

    /** Returns up to so many parked events, 1 to 10,000, the oldest first. */
    public List<ParkedEvent> list(int limit) {
        return storage
                .scan(Scan.of(EventTable.TABLE, "by_state")
                        .equal(EventState.PARKED.name())
                        .limit(limit))
                .rows()
                .stream()
                .map(ParkedEvents::parked)
                .toList();
    }

    /**
     * Lets the relay try a parked event again at once, with all its attempts; those that wait behind it follow. Consumers that
     * had it do not get it again.
     *
     * @return whether it was parked
     */
    public boolean retry(String eventId) {
        Input.required(eventId, "eventId");
        while (true) {
            Optional<Row> parked = storage.get(List.of(EventTable.TABLE.key(eventId))).rows().stream()
                    .filter(event -> EventTable.is(EventState.PARKED, event))
                    .findFirst();
            if (parked.isEmpty()) {
                return false;
            }
            if (commits.commitEach(again(parked.get())).changes().contains(parked.get())) {
                return true;
            }
        }
    }

    private Map<Row, List<Write>> again(Row parked) {
        Map<Row, List<Write>> writes = new LinkedHashMap<>();
        writes.put(
                parked,
                List.of(Write.update(
                        parked,
                        values -> values.set(EventTable.STATE, EventState.PENDING.name())
                                .set(EventTable.ATTEMPTS, 0L)
                                .setToNow(EventTable.DUE_AT, Duration.ZERO)
                                .empty(EventTable.ERROR))));
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

    private static ParkedEvent parked(Row event) {
        return new ParkedEvent(
                event.get(EventTable.ID),
                OrderId.of(event.get(EventTable.AGGREGATE)),
                event.get(EventTable.TYPE),
                event.get(EventTable.AT),
                event.get(EventTable.ATTEMPTS),
                event.find(EventTable.ERROR).orElse(""));
    }
}
