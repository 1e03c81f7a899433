package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people do about instances that do not go on by themselves. What is decided applies to an instance as it stood when it
 * was looked at, or not at all, together with the writes that record it. Thread-safe.
 */
public final class Interventions {

    private final Backing backing;
    private final OpenWorkflows open;
    private final Map<String, Course<?>> courses;

    Interventions(Backing backing, OpenWorkflows open, Map<String, Course<?>> courses) {
        this.backing = backing;
        this.open = open;
        this.courses = courses;
    }

    /** Returns instances that wait for an operator, those first that wait longest. */
    public List<Standing> parked(int limit) {
        return open.parked(limit).stream().map(this::standing).toList();
    }

    /** Returns instances that began before the given time and go on by themselves, the oldest first. */
    public List<Standing> begunBefore(Instant time, int limit) {
        return open.unparked(row -> row.get(Progress.CREATED).isBefore(time)).stream()
                .sorted(Comparator.comparing(row -> row.get(Progress.CREATED)))
                .limit(limit)
                .map(this::standing)
                .toList();
    }

    /** Returns an instance as it stands, if it has a row; it may have ended. */
    public Optional<Standing> find(String id) {
        return backing.get(Progress.key(id)).find(Progress.key(id)).map(this::standing);
    }

    /**
     * Makes an instance go on from where it stands, as soon as it is driven. A call that was definitely refused is made under
     * the key of its next try.
     *
     * @param records written with it
     * @return false if the instance has moved since it was looked at; nothing was written then
     */
    public boolean resume(Standing at, Collection<? extends Write> records) {
        return commit(records, at.goingOn());
    }

    /**
     * Tells an instance something, and makes it go on.
     *
     * @param signal has an id that no other has
     * @param records written with it
     * @return false if the instance has moved since it was looked at; nothing was written then
     */
    public boolean tell(Standing at, Signal signal, Collection<? extends Write> records) {
        return commit(records, Signals.insert(at.row(), signal), at.goingOnTold());
    }

    /**
     * Returns at most so many of the signals that are still kept for an instance. Whoever keeps another one raises the version of
     * the instance's row.
     */
    public List<Row> signals(Standing at, int limit) {
        return at.told()
                ? backing.storage().scan(Signals.of(at.id()).limit(limit)).rows()
                : List.of();
    }

    private boolean commit(Collection<? extends Write> records, Write... own) {
        List<Write> writes = new ArrayList<>(List.of(own));
        writes.addAll(records);
        return backing.commits().commit(WriteSet.of(backing.newSet(), writes)).applied();
    }

    private Standing standing(Row row) {
        Course<?> course = courses.get(row.get(Progress.NAME));
        String step = row.get(Progress.STEP);
        return new Standing(row, course != null && course.has(step) && course.step(step) instanceof CallStep);
    }
}
