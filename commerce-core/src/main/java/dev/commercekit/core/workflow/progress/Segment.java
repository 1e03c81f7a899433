package dev.commercekit.core.workflow.progress;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one commit makes of an instance: the writes of the local steps that were fused, what to do instead if some are
 * refused, and where the instance stands then. It is relaxed only if every step in it is.
 */
public record Segment<S>(List<Write> writes, List<Instead<S>> fallbacks, Move<S> move, Durability durability) {

    /** What is written instead when exactly some of the given writes are refused, and how the instance ends then. */
    public record Instead<S>(Set<Integer> answers, List<Write> writes, Move<S> end) {}

    public static <S> Segment<S> of(Move<S> move) {
        return new Segment<>(List.of(), List.of(), move, Durability.STRICT);
    }

    public Segment<S> with(Move<S> other) {
        return new Segment<>(writes, fallbacks, other, durability);
    }

    /** Returns the same segment, which must be on disk whatever its steps say. */
    public Segment<S> strict() {
        return new Segment<>(writes, fallbacks, move, Durability.STRICT);
    }

    /** Returns the write set, in which every branch carries the instance's own row, if it has one or needs one. */
    public WriteSet set(WriteSetId id, Progress<S> from, Workflow<S> workflow, List<Row> consumed) {
        List<Alternative> alternatives = fallbacks.isEmpty() ? List.of() : new ArrayList<>(fallbacks.size());
        for (Instead<S> instead : fallbacks) {
            alternatives.add(
                    new Alternative(instead.answers, full(instead.writes, instead.end, from, workflow, consumed)));
        }
        return new WriteSet(id, full(writes, move, from, workflow, consumed), alternatives, durability);
    }

    /** Returns where the instance's own row stands among the writes, if it is among them. */
    public int position() {
        return writes.size();
    }

    /** Returns what a branch writes, beside the instance's own row. */
    public List<Write> writes(int branch) {
        return branch == 0 ? writes : fallbacks.get(branch - 1).writes;
    }

    /** Returns where the instance stands now that the branch was committed. */
    public Progress<S> committed(int branch, Progress<S> from, int consumed, Instant at) {
        Move<S> taken = branch == 0 ? move : fallbacks.get(branch - 1).end;
        return taken.committed(from, consumed, leavesRow(from, taken), at);
    }

    private static <S> List<Write> full(
            List<Write> writes, Move<S> move, Progress<S> from, Workflow<S> workflow, List<Row> consumed) {
        if (!leavesRow(from, move)) {
            return writes;
        }
        List<Write> all = new ArrayList<>(writes.size() + consumed.size() + 1);
        all.addAll(writes);
        all.add(move.write(from, workflow, consumed.size()));
        for (Row signal : consumed) {
            all.add(Write.delete(signal));
        }
        return all;
    }

    private static <S> boolean leavesRow(Progress<S> from, Move<S> move) {
        return from.stored() || !move.ends();
    }
}
