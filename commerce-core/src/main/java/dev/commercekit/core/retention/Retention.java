package dev.commercekit.core.retention;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.cart.StorageCartStore;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.Commits;
import dev.commercekit.core.event.EventTable;
import dev.commercekit.core.event.Inbox;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.core.workflow.Interventions;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules by which rows are forgotten. Each method deletes one bounded batch of what is not younger than the given time, in
 * the storage's time, and returns how much that was; call it again until it returns 0. Every row is deleted at the version at
 * which it was judged, and what belongs to an order together with the demand that the order is as it was judged; so it is safe
 * when done twice, by several instances, and beside everything else. One caller at a time.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int SMALL_ROWS = 500;
    private static final int PAGE = 100;
    private static final int ORDERS = 50;
    private static final int EVENTS_OF_AN_ORDER = 150;
    private static final int SIGNALS_OF_A_WORKFLOW = 50;

    private final Storage storage;
    private final Commits commits;
    private final ClosedOrders orders;
    private final Interventions interventions;
    private final Map<String, PayingWorkflow<?>> workflows;
    private final Map<String, OldRows> places = new HashMap<>();

    /** Creates it over the workflows that the interventions are about, which tell whose order they belong to. */
    public Retention(
            Storage storage,
            CommitPath path,
            IdGenerator ids,
            Interventions interventions,
            Collection<? extends PayingWorkflow<?>> workflows) {
        this.storage = storage;
        this.commits = new Commits(path, ids);
        this.interventions = interventions;
        this.orders = new ClosedOrders(storage);
        this.workflows = workflows.stream()
                .collect(
                        Collectors.toUnmodifiableMap(paying -> paying.workflow().name(), paying -> paying));
    }

    /** Forgets which write sets were applied, or given up. */
    public int witnesses(Instant until) {
        return pruneEach(Scan.of(Witness.TABLE, "by_time").to(until), row -> true);
    }

    /** Forgets workflows of closed orders that had ended by then, with what was kept for them. */
    public int workflows(Instant until) {
        return place("workflows", PAGE).prune(Scan.of(Progress.TABLE, "ended").to(until), rows -> {
            Map<Row, String> owners = new HashMap<>();
            rows.forEach(row -> owner(row).ifPresent(order -> owners.put(row, order)));
            return deleteOfOrders(rows, row -> Optional.ofNullable(owners.get(row)), this::withSignals);
        });
    }

    /** Forgets keys that were claimed by then, unless they are about an order that is open. */
    public int keys(Instant until) {
        Scan scan = Scan.of(KeyClaims.TABLE, "by_time").to(until);
        return place("keys", SMALL_ROWS).prune(scan, rows -> {
            int alone = deleteEach(rows.stream()
                    .filter(row -> row.find(KeyClaims.ORDER_ID).isEmpty())
                    .toList());
            return alone + deleteOfOrders(rows, row -> row.find(KeyClaims.ORDER_ID), row -> List.of(Write.delete(row)));
        });
    }

    /** Forgets the events of closed orders whose last one had happened by then and is behind the relay. */
    public int events(Instant until) {
        int deleted = 0;
        for (Scan scan : EventTable.over(until)) {
            deleted += place("events " + scan.equal(), ORDERS).prune(scan, rows -> deleteTimelines(rows, until));
        }
        return deleted;
    }

    /** Forgets what consumers had by then, once the event itself is forgotten. */
    public int inbox(Instant until) {
        Scan scan = Scan.of(Inbox.TABLE, "by_time").to(until);
        return place("inbox", SMALL_ROWS).prune(scan, rows -> {
            Set<RowKey> kept = storage.get(
                            rows.stream().map(Retention::event).distinct().toList())
                    .byKey()
                    .keySet();
            return deleteEach(
                    rows.stream().filter(row -> !kept.contains(event(row))).toList());
        });
    }

    /** Forgets carts of guests that nobody changed since then. */
    public int guestCarts(Instant until) {
        return pruneEach(StorageCartStore.untouchedSince(until), StorageCartStore::isOfGuest);
    }

    private int pruneEach(Scan scan, Predicate<Row> wanted) {
        return place(scan.table().name(), SMALL_ROWS)
                .prune(scan, rows -> deleteEach(rows.stream().filter(wanted).toList()));
    }

    private int deleteEach(List<Row> rows) {
        Deletion batch = new Deletion();
        rows.forEach(batch::add);
        return batch.commit(commits);
    }

    private int deleteOfOrders(
            List<Row> rows, Function<Row, Optional<String>> order, Function<Row, List<Write>> deletion) {
        Map<String, Row> closed = orders.among(
                rows.stream().flatMap(row -> order.apply(row).stream()).toList());
        Deletion batch = new Deletion();
        for (Row row : rows) {
            order.apply(row).map(closed::get).ifPresent(closedOrder -> batch.add(closedOrder, deletion.apply(row)));
        }
        return batch.commit(commits);
    }

    private int deleteTimelines(List<Row> some, Instant until) {
        Map<String, Row> closed = orders.among(
                some.stream().map(row -> row.get(EventTable.AGGREGATE)).toList());
        Map<RowKey, Row> last = storage.get(
                        closed.values().stream().map(ClosedOrders::lastEvent).toList())
                .byKey();
        Deletion batch = new Deletion();
        closed.forEach((id, order) -> Optional.ofNullable(last.get(ClosedOrders.lastEvent(order)))
                .filter(event ->
                        EventTable.isOver(event) && !event.get(EventTable.AT).isAfter(until))
                .ifPresent(event -> batch.add(order, timeline(id))));
        return batch.commit(commits);
    }

    private List<Write> timeline(String order) {
        return deletes(storage.scan(EventTable.ofAggregate(order).limit(EVENTS_OF_AN_ORDER))
                .rows());
    }

    /** Of one with very many signals the first ones go alone. */
    private List<Write> withSignals(Row workflow) {
        List<Row> signals = interventions.signals(standing(workflow), SIGNALS_OF_A_WORKFLOW);
        List<Write> writes = new ArrayList<>(deletes(signals));
        writes.add(signals.size() < SIGNALS_OF_A_WORKFLOW ? Write.delete(workflow) : Write.require(workflow));
        return writes;
    }

    /** What this program cannot read it does not forget. */
    private Optional<String> owner(Row workflow) {
        Standing ended = standing(workflow);
        return Optional.<PayingWorkflow<?>>ofNullable(workflows.get(ended.workflow()))
                .flatMap(paying -> owner(ended, paying));
    }

    private static Standing standing(Row ended) {
        return new Standing(ended, false);
    }

    private static <S> Optional<String> owner(Standing ended, PayingWorkflow<S> paying) {
        try {
            return Optional.of(
                    paying.order().apply(ended.state(paying.workflow())).value());
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "workflow {} is kept: {}", ended.id(), unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    private OldRows place(String rule, int page) {
        return places.computeIfAbsent(rule, absent -> new OldRows(storage, page));
    }

    private static List<Write> deletes(List<Row> rows) {
        return rows.stream().<Write>map(Write::delete).toList();
    }

    private static RowKey event(Row inboxRow) {
        return EventTable.TABLE.key(inboxRow.get(Inbox.EVENT_ID));
    }
}
