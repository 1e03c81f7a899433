package dev.commercekit.core.event;

import com.google.common.base.Throwables;
import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.Commits;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.event.Turn.Claim;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Hands committed events to local consumers.
 *
 * <ul>
 *   <li>Order: the events of one aggregate go one after the other, in their sequence. Where one has failed or is parked, the
 *       later ones of its aggregate wait; other aggregates go on.
 *   <li>At least once: an event is taken for the time of a lease, handed over, and marked afterwards. Who takes it after a
 *       crash, or after a lease that was too short, finds in the inbox which consumers had it. Without a crash or such a
 *       lease an event goes to each consumer once.
 *   <li>Durable: the claim is a strict commit that changes the event's own row, made before anything is handed over, whoever the
 *       consumer is. The commit that made the event stands before it, and is durable then even if it was {@linkplain
 *       dev.commercekit.storage.transaction.Durability#RELAXED relaxed}.
 *   <li>A consumer that fails makes its event wait, longer each time; the others get it meanwhile. After a number of attempts,
 *       crashes among them, the event is parked.
 * </ul>
 *
 * <p>Nothing is kept in memory between two calls, and any number of relays of any number of instances may run. After removal
 * of repetitions, by event and consumer, the order holds with all of them. Thread-safe.
 */
public final class Relay {

    private final Storage storage;
    private final Commits commits;
    private final DueEvents dueEvents;
    private final Courier courier;
    private final Subscriptions subscriptions;
    private final RelayPolicy policy;
    private final Executor executor;

    /**
     * Creates a relay.
     *
     * @param storage where the events are read
     * @param path where marks and effects are committed
     * @param clock the storage's time
     * @param ids names write sets
     * @param table reads the events
     * @param subscriptions who gets them
     * @param policy how patient it is
     * @param executor runs the hand-overs of one call, each for another aggregate; {@code Runnable::run} for one at a time
     */
    public Relay(
            Storage storage,
            CommitPath path,
            StorageClock clock,
            IdGenerator ids,
            EventTable table,
            Subscriptions subscriptions,
            RelayPolicy policy,
            Executor executor) {
        this.storage = storage;
        this.commits = new Commits(path, ids);
        this.dueEvents = new DueEvents(storage, clock, subscriptions, policy);
        this.courier = new Courier(commits, clock, table, subscriptions, policy);
        this.subscriptions = subscriptions;
        this.policy = policy;
        this.executor = executor;
    }

    /**
     * Hands over the next due event of each aggregate, for up to so many aggregates, and returns when that is done. If the
     * thread is interrupted, what is not under way yet is given back.
     *
     * @param limit the most aggregates, 1 to 1,000
     * @return how many events moved on, be it to failed or out of the way; call again until none does
     * @throws dev.commercekit.CommerceException if the storage failed; what was taken comes again when the lease is over
     */
    public int publishDue(int limit) {
        Input.range(limit, "limit", 1, 1_000);
        Map<Turn, List<Write>> turns = new LinkedHashMap<>();
        List<Turn> found = dueEvents.find(limit);
        found.forEach(turn -> turns.put(turn, turn.writes()));
        Commits.Applied<Turn> applied = commits.commitEach(turns);
        List<Claim> claims = new ArrayList<>();
        List<Claim> suspects = new ArrayList<>();
        int moved = 0;
        for (Turn turn : found) {
            if (applied.changes().contains(turn)) {
                moved += turn.writes().size();
                turn.taken()
                        .ifPresent(event -> (Turn.isSuspect(event) ? suspects : claims)
                                .add(new Claim(event, applied.at().plus(policy.lease()))));
            }
        }
        deliver(claims);
        deliver(suspects);
        return moved;
    }

    private void deliver(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        Set<RowKey> had = had(claims);
        CountDownLatch open = new CountDownLatch(claims.size());
        AtomicReference<Throwable> broken = new AtomicReference<>();
        for (Claim claim : claims) {
            executor.execute(() -> {
                try {
                    if (broken.get() == null) {
                        courier.deliver(claim, had);
                    }
                } catch (RuntimeException | Error failure) {
                    broken.compareAndSet(null, failure);
                } finally {
                    open.countDown();
                }
            });
        }
        try {
            open.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        Throwable failure = broken.get();
        if (failure != null) {
            Throwables.throwIfUnchecked(failure);
        }
    }

    private Set<RowKey> had(List<Claim> claims) {
        List<RowKey> keys = new ArrayList<>();
        for (Claim claim : claims) {
            EventType.named(claim.row().get(EventTable.TYPE)).map(subscriptions::matching).orElse(List.of()).stream()
                    .map(consumer -> Inbox.key(consumer.consumer(), claim.id()))
                    .forEach(keys::add);
        }
        return storage.get(keys).rows().stream().map(Row::key).collect(Collectors.toUnmodifiableSet());
    }
}
