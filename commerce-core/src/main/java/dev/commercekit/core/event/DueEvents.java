package dev.commercekit.core.event;

import static java.util.stream.Collectors.groupingBy;

import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds which events may go next: due ones all of whose predecessors are published. Thread-safe. */
final class DueEvents {

    private static final Logger log = LoggerFactory.getLogger(DueEvents.class);

    private static final int LEAST_PAGE = 100;

    /** A bound for one round; what waits behind a failed event is postponed, so the next round gets further. */
    private static final int MOST_PAGES = 10;

    private static final String DEADLY = "who took it never came back: its handler may have ended the process";

    private final Storage storage;
    private final StorageClock clock;
    private final Subscriptions subscriptions;
    private final RelayPolicy policy;

    DueEvents(Storage storage, StorageClock clock, Subscriptions subscriptions, RelayPolicy policy) {
        this.storage = storage;
        this.clock = clock;
        this.subscriptions = subscriptions;
        this.policy = policy;
    }

    /** Returns what to do with up to so many aggregates, those that have waited longest first. */
    List<Turn> find(int limit) {
        Round round = new Round();
        Scan scan = Scan.of(EventTable.TABLE, "due").to(clock.latest()).limit(Math.max(limit, LEAST_PAGE));
        for (int page = 0; page < MOST_PAGES && round.turns.size() < limit; page++) {
            long before = clock.nanos();
            Reading reading = storage.scan(scan);
            clock.observe(before, reading.at());
            round.take(reading, limit);
            if (reading.rows().size() < scan.limit()) {
                break;
            }
            scan = scan.after(reading.rows().get(reading.rows().size() - 1));
        }
        return round.turns;
    }

    private static boolean isDue(Row event, Instant now) {
        return event.find(EventTable.DUE_AT).filter(due -> !due.isAfter(now)).isPresent();
    }

    private static RowKey predecessor(Row event) {
        return EventTable.key(event.get(EventTable.AGGREGATE), event.get(EventTable.SEQUENCE) - 1);
    }

    private final class Round {

        private final List<Turn> turns = new ArrayList<>();
        private final Set<String> busy = new HashSet<>();
        private boolean suspectTaken;

        void take(Reading reading, int limit) {
            Map<String, List<Row>> aggregates = reading.rows().stream()
                    .filter(event -> isDue(event, reading.at()))
                    .sorted(Comparator.comparing(event -> event.get(EventTable.SEQUENCE)))
                    .collect(groupingBy(event -> event.get(EventTable.AGGREGATE)));
            Map<String, List<Row>> inTurn = new LinkedHashMap<>();
            for (Row event : reading.rows()) {
                String aggregate = event.get(EventTable.AGGREGATE);
                if (aggregates.containsKey(aggregate) && !busy.contains(aggregate)) {
                    inTurn.put(aggregate, aggregates.get(aggregate));
                }
            }
            // An absent predecessor was published and pruned since: sequences have no gaps.
            Map<RowKey, Row> predecessors = storage.get(inTurn.values().stream()
                            .map(events -> predecessor(events.get(0)))
                            .toList())
                    .byKey();
            for (List<Row> events : inTurn.values()) {
                Optional<Row> blocker = Optional.ofNullable(predecessors.get(predecessor(events.get(0))))
                        .filter(event -> !EventTable.isOver(event));
                Turn turn = blocker.map(event -> postpone(events, event, reading.at()))
                        .orElseGet(() -> handOver(events));
                if (turns.size() < limit && !turn.writes().isEmpty()) {
                    turns.add(turn);
                    busy.add(events.get(0).get(EventTable.AGGREGATE));
                    suspectTaken |= turn.taken().filter(Turn::isSuspect).isPresent();
                }
            }
        }

        /** Marks what nobody wants, then takes one event. Of suspects a round takes one, so that they meet no others. */
        private Turn handOver(List<Row> events) {
            List<Write> writes = new ArrayList<>();
            long sequence = events.get(0).get(EventTable.SEQUENCE);
            for (Row event : events) {
                boolean gap = event.get(EventTable.SEQUENCE) != sequence++;
                if (gap || suspectTaken && Turn.isSuspect(event)) {
                    break;
                }
                if (!subscriptions.ignore(event.get(EventTable.TYPE))) {
                    boolean deadly = Turn.isSuspect(event) && event.get(EventTable.ATTEMPTS) >= policy.attempts();
                    if (deadly) {
                        log.error("event {} is parked: {}", event.get(EventTable.ID), DEADLY);
                    }
                    writes.add(deadly ? EventTable.parked(event.key(), event.version(), DEADLY) : take(event));
                    return new Turn(writes, deadly ? Optional.empty() : Optional.of(event));
                }
                writes.add(EventTable.published(event.key(), event.version()));
            }
            return new Turn(writes, Optional.empty());
        }

        private Write take(Row event) {
            return Write.update(
                    event,
                    values -> values.set(EventTable.ATTEMPTS, event.get(EventTable.ATTEMPTS) + 1)
                            .setToNow(EventTable.DUE_AT, policy.lease())
                            .empty(EventTable.ERROR));
        }

        /** Puts events behind the one that they wait for, out of the way of others; while that is handed over they stay. */
        private Turn postpone(List<Row> events, Row blocker, Instant now) {
            Instant until = blocker.find(EventTable.DUE_AT).orElse(now.plus(policy.longestBackoff()));
            List<Write> writes = new ArrayList<>();
            boolean underWay = Turn.isSuspect(blocker) && until.isAfter(now);
            for (Row event : events) {
                if (!underWay && event.get(EventTable.DUE_AT).isBefore(until)) {
                    writes.add(Write.update(event, values -> values.set(EventTable.DUE_AT, until)));
                }
            }
            return new Turn(writes, Optional.empty());
        }
    }
}
