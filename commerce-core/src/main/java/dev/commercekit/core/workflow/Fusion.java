package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.DoneSteps;
import dev.commercekit.core.workflow.progress.Move;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Segment;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Transition.Next;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs local steps one after the other, up to a call or a rest, and gathers their writes into one {@link Segment}. For one
 * use: the next try reads anew.
 */
final class Fusion<S> {

    /** Jumps among local steps that do not come to an end are a mistake; nothing would ever be committed. */
    private static final int MOST_STEPS = 1_000;

    private final Backing backing;
    private final Course<S> course;
    private final StepRows rows;
    private final List<Write> writes = new ArrayList<>();
    private final List<Segment.Instead<S>> fallbacks = new ArrayList<>();
    private Durability durability = Durability.RELAXED;
    private int steps;

    Fusion(Backing backing, Course<S> course, StepRows rows) {
        this.backing = backing;
        this.course = course;
        this.rows = rows;
    }

    /** Goes on from the local step at which the instance stands. */
    Segment<S> from(Progress<S> at) {
        return at.undoing()
                ? back(at.step(), at.state(), at.done(), at.error())
                : forward(course.step(at.step()), at.step(), at.state(), at.done());
    }

    /** Goes forward from the given step, or ends if there is none. */
    Segment<S> forward(@Nullable Step<S> first, String last, S state, DoneSteps done) {
        @Nullable Step<S> step = first;
        String before = last;
        S now = state;
        DoneSteps completed = done;
        boolean undoable = false;
        while (step instanceof LocalStep<S> local) {
            Transition<S> transition = apply(local, now, completed, false);
            Next next = transition.next();
            now = transition.state();
            before = local.name();
            if (next instanceof Next.Await await) {
                return segment(Move.pause(false, before, now, completed, await.atMost(), false));
            } else if (next instanceof Next.Park park) {
                return segment(Move.park(false, before, now, completed, park.reason()));
            } else if (next instanceof Next.Undo) {
                return undoable ? turn(completed, now) : back(before, now, completed, null);
            }
            if (local.undo().isPresent()) {
                completed = completed.withLocal(before);
                undoable = true;
            }
            step = next instanceof Next.Jump jump
                    ? course.forward(jump.step())
                    : next instanceof Next.End ? null : course.after(before);
        }
        return segment(
                step instanceof CallStep<S> call
                        ? Move.toCall(call, false, now, completed, backing.margin())
                        : Move.end(false, before, now, completed));
    }

    /** Goes back over the given steps, the last one first. */
    Segment<S> back(String last, S state, DoneSteps done, @Nullable String why) {
        String before = last;
        S now = state;
        DoneSteps open = done;
        while (!open.isEmpty()) {
            @Nullable Step<S> undo = course.undoOf(open.last());
            if (undo instanceof CallStep<S> call) {
                return segment(
                        Move.toCall(call, true, now, open, backing.margin()).because(why));
            }
            if (undo instanceof LocalStep<S> local) {
                Transition<S> transition = apply(local, now, open, true);
                now = transition.state();
                before = local.name();
                if (transition.next() instanceof Next.Await await) {
                    return segment(Move.pause(true, before, now, open, await.atMost(), false)
                            .because(why));
                } else if (transition.next() instanceof Next.Park park) {
                    return segment(Move.park(true, before, now, open, park.reason()));
                } else if (transition.next() instanceof Next.Jump) {
                    throw new IllegalStateException("undo " + before + " jumps, but an undo only goes back");
                }
            }
            open = open.withoutLast();
        }
        return segment(Move.end(true, before, now, open).because(why));
    }

    /**
     * Commits what was done, before it is undone: an undo reads committed rows, and what it undoes would be in the same
     * write set otherwise.
     */
    private Segment<S> turn(DoneSteps done, S state) {
        @Nullable Step<S> undo = course.undoOf(done.last());
        return segment(
                undo instanceof CallStep<S> call
                        ? Move.toCall(call, true, state, done, backing.margin())
                        : Move.pause(
                                true, undo == null ? done.last() : undo.name(), state, done, backing.margin(), true));
    }

    private Transition<S> apply(LocalStep<S> step, S state, DoneSteps done, boolean undoing) {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("local steps jump round and round at " + step.name());
        }
        Transition<S> transition =
                step.body().apply(state, rows.read(step.reads().apply(state), step.recalls()));
        for (Transition.Fallback<S> fallback : transition.fallbacks()) {
            fallbacks.add(new Segment.Instead<>(
                    positions(transition.writes(), fallback.answered()),
                    fallback.instead(),
                    Move.end(undoing, step.name(), fallback.endState(), done)));
        }
        writes.addAll(transition.writes());
        if (transition.durability() == Durability.STRICT) {
            durability = Durability.STRICT;
        }
        return transition;
    }

    /** Returns where the answered writes will be; they mostly come in the order in which they are written. */
    private Set<Integer> positions(List<Write> own, List<Write> answered) {
        Set<Integer> positions = new HashSet<>();
        int at = 0;
        for (Write write : answered) {
            int looked = 0;
            while (looked < own.size() && own.get(at % own.size()) != write) {
                at++;
                looked++;
            }
            if (looked == own.size()) {
                throw new IllegalArgumentException("a fallback must answer writes of its own transition");
            }
            positions.add(writes.size() + at % own.size());
        }
        return positions;
    }

    private Segment<S> segment(Move<S> move) {
        return new Segment<>(writes, fallbacks, move, steps == 0 ? Durability.STRICT : durability);
    }
}
