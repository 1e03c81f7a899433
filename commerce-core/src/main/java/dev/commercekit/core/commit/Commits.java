package dev.commercekit.core.commit;

import dev.commercekit.IdGenerator;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Commits through the queue, under new ids. Thread-safe. */
public final class Commits {

    private final CommitPath path;
    private final IdGenerator ids;

    /** Creates it. */
    public Commits(CommitPath path, IdGenerator ids) {
        this.path = path;
        this.ids = ids;
    }

    /** Commits all of the writes or none. */
    public CommitResult commit(List<? extends Write> writes) {
        return path.commit(WriteSet.of(WriteSetId.of(ids.next()), writes));
    }

    /**
     * Commits many independent changes at once, leaving out those that are refused.
     *
     * @param changes the writes of each change, all of which apply or none
     * @return the changes that were applied, and the storage's time
     */
    public <T> Applied<T> commitEach(Map<T, List<Write>> changes) {
        Map<T, List<Write>> left = changes;
        while (!left.isEmpty()) {
            List<T> owners = new ArrayList<>();
            List<Write> writes = new ArrayList<>();
            left.forEach((owner, own) -> own.forEach(write -> {
                owners.add(owner);
                writes.add(write);
            }));
            CommitResult result = commit(writes);
            if (result instanceof CommitResult.Committed committed) {
                return new Applied<>(left.keySet(), committed.at());
            }
            if (result instanceof CommitResult.Joined joined) {
                return new Applied<>(left.keySet(), joined.at());
            }
            if (!(result instanceof CommitResult.Refused refused)) {
                break;
            }
            left = new LinkedHashMap<>(left);
            left.keySet()
                    .removeAll(refused.refusals().stream()
                            .map(Refusal::write)
                            .map(owners::get)
                            .collect(Collectors.toSet()));
        }
        return new Applied<>(Set.of(), Instant.MIN);
    }

    /**
     * What was applied.
     *
     * @param <T> what names a change
     * @param changes the changes
     * @param at the storage's time of the commit
     */
    public record Applied<T>(Set<T> changes, Instant at) {}
}
