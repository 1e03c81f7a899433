package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sets that were applied, in no order, made of updates and requirements only. Since these name versions, each says which
 * others came before it; the history is serializable if nobody comes before himself.
 */
public final class History {

    private final ConcurrentLinkedQueue<WriteSet> applied = new ConcurrentLinkedQueue<>();

    /** Adds a set that was applied. */
    public void add(WriteSet set) {
        applied.add(set);
    }

    /** Returns how many sets were applied. */
    public int size() {
        return applied.size();
    }

    /** Returns what is wrong: two sets that changed the same version, or sets of which each must precede the other. */
    public Optional<String> anomaly() {
        Map<Version, WriteSet> changers = new HashMap<>();
        for (WriteSet set : applied) {
            for (Version version : versions(set, true)) {
                WriteSet other = changers.put(version, set);
                if (other != null) {
                    return Optional.of("both " + other.id() + " and " + set.id() + " changed " + version);
                }
            }
        }
        Map<WriteSet, Set<WriteSet>> before = new HashMap<>();
        for (WriteSet set : applied) {
            before.put(set, new HashSet<>());
        }
        for (WriteSet set : applied) {
            for (Version version : versions(set, false)) {
                WriteSet maker = changers.get(new Version(version.key, version.number - 1));
                WriteSet changer = changers.get(version);
                if (maker != null) {
                    before.computeIfAbsent(set, none -> new HashSet<>()).add(maker);
                }
                if (changer != null && !changer.equals(set)) {
                    before.computeIfAbsent(changer, none -> new HashSet<>()).add(set);
                }
            }
        }
        return circle(before);
    }

    /** Takes away, again and again, whoever has nobody before him any more; who is left stands in a circle. */
    private static Optional<String> circle(Map<WriteSet, Set<WriteSet>> before) {
        Map<WriteSet, Integer> open = new HashMap<>();
        Map<WriteSet, List<WriteSet>> after = new HashMap<>();
        ArrayDeque<WriteSet> free = new ArrayDeque<>();
        before.forEach((set, earlier) -> {
            open.put(set, earlier.size());
            earlier.forEach(
                    one -> after.computeIfAbsent(one, none -> new ArrayList<>()).add(set));
            if (earlier.isEmpty()) {
                free.add(set);
            }
        });
        int gone = 0;
        for (; !free.isEmpty(); gone++) {
            for (WriteSet later : after.getOrDefault(free.remove(), List.of())) {
                if (open.merge(later, -1, Integer::sum) == 0) {
                    free.add(later);
                }
            }
        }
        return gone == before.size()
                ? Optional.empty()
                : Optional.of((before.size() - gone) + " sets precede themselves");
    }

    private static List<Version> versions(WriteSet set, boolean changed) {
        List<Version> versions = new ArrayList<>();
        for (Write write : set.writes()) {
            if (write instanceof Write.Update update) {
                versions.add(new Version(update.key(), update.version()));
            } else if (!changed && write instanceof Write.Require require) {
                versions.add(new Version(require.key(), require.version()));
            }
        }
        return versions;
    }

    private record Version(RowKey key, long number) {}
}
