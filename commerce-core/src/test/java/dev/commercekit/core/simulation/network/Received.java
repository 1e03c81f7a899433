package dev.commercekit.core.simulation.network;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.storage.WriteSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The definite answers of the gateway that a thread was given and has not recorded yet. Unless its process stops or the storage
 * fails it must record them, with the workflow or, if that has gone on meanwhile, as an outcome that is kept.
 */
public final class Received {

    private final CooperativeThreads threads;
    private final Map<Object, IdempotencyKey> open = new HashMap<>();

    /** Begins without any. */
    public Received(CooperativeThreads threads) {
        this.threads = threads;
    }

    /** Notes that the calling thread was given a definite answer to a workflow's request. */
    void answer(IdempotencyKey key) {
        boolean ofStep = key.value().split("/", -1).length == 3;
        if (threads.inside() && ofStep) {
            open.put(threads.identity(), key);
        }
    }

    /** Notes that a set reached the storage which one of those that were sent together belongs to. */
    void recorded(WriteSet set, boolean together) {
        open.entrySet()
                .removeIf(each -> (together || each.getKey().equals(threads.identity())) && isOf(each.getValue(), set));
    }

    /** Forgets what the calling thread was given: the storage failed. */
    void forget() {
        open.remove(threads.identity());
    }

    private static boolean isOf(IdempotencyKey key, WriteSet set) {
        String workflow = key.value().substring(0, key.value().indexOf('/'));
        return set.writes().stream()
                .filter(write -> write.key().table().name().startsWith("workflow"))
                .anyMatch(write -> write.key().values().get(0).equals(workflow));
    }

    /** Returns what the calling thread, which has done its work, was given and never recorded. */
    public Optional<IdempotencyKey> left() {
        return Optional.ofNullable(open.remove(threads.identity()));
    }
}
