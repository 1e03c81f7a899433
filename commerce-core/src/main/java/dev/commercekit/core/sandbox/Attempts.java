package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The keys that the gateway remembers, and what is due. An open request is never forgotten. Guarded by the gateway's lock. */
final class Attempts {

    private final Duration window;
    private final Map<IdempotencyKey, Attempt> byKey = new LinkedHashMap<>();
    private final Deque<Attempt> oldestFirst = new ArrayDeque<>();
    private final PriorityQueue<Agenda> agenda = new PriorityQueue<>(Comparator.comparing(Agenda::due));

    private record Agenda(Instant due, Attempt attempt) {}

    Attempts(Duration window) {
        this.window = window;
    }

    /** Returns what is known of the key, once its time to be forgotten was looked at. */
    @Nullable
    Attempt find(IdempotencyKey key, Instant now) {
        Attempt attempt = byKey.get(key);
        if (attempt != null && attempt.script.has(ScriptWord.FORGET)) {
            Duration shorter = attempt.script.time(ScriptWord.FORGET).orElse(window);
            if (!now.isBefore(attempt.firstSent.plus(shorter))) {
                forget(attempt);
            }
        }
        return byKey.get(key);
    }

    void add(Attempt attempt) {
        byKey.put(attempt.key, attempt);
        oldestFirst.addLast(attempt);
    }

    void schedule(Attempt attempt, Instant due) {
        attempt.due = due;
        agenda.add(new Agenda(due, attempt));
    }

    /** Removes and returns the next open request whose time has come. */
    Optional<Attempt> nextDue(Instant now) {
        while (!agenda.isEmpty() && !agenda.element().due().isAfter(now)) {
            Attempt attempt = agenda.remove().attempt();
            if (attempt.isOpen()) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    void forgetOutlived(Instant now) {
        for (Attempt oldest = oldestFirst.peekFirst();
                oldest != null && !now.isBefore(oldest.firstSent.plus(window));
                oldest = oldestFirst.peekFirst()) {
            forget(oldestFirst.removeFirst());
        }
    }

    void forget(Attempt attempt) {
        attempt.outlived = true;
        if (!attempt.isOpen()) {
            byKey.remove(attempt.key, attempt);
        }
    }

    List<IdempotencyKey> open() {
        return byKey.values().stream()
                .filter(Attempt::isOpen)
                .map(attempt -> attempt.key)
                .toList();
    }
}
