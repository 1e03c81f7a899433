package dev.commercekit.core.workflow;

import dev.commercekit.CommerceException;
import dev.commercekit.InvalidInputException;
import dev.commercekit.core.workflow.progress.Move;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Segment;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.CallStep;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The row of one instance: read, taken over when it is due, put off when it fails. */
final class Instance<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final Backing backing;
    private final Course<S> course;
    private final String id;

    Instance(Backing backing, Course<S> course, String id) {
        this.backing = backing;
        this.course = course;
        this.id = id;
    }

    Reading read() {
        return backing.get(Progress.key(id));
    }

    /** Returns the row, if there is one and it is of this workflow. */
    Optional<Row> own(Reading reading) {
        return reading.find(Progress.key(id))
                .filter(row -> row.get(Progress.NAME).equals(course.workflow().name()));
    }

    /** Takes the instance over if it is due and nobody else is faster; returns it as it stands otherwise. */
    Progress<S> claim(Reading reading) {
        Progress<S> now = due(reading);
        if (!backing.calls() || !now.dueAt(reading.at())) {
            return now;
        }
        if (!(course.step(now.step()) instanceof CallStep<S> call)) {
            return now.held(true);
        }
        Segment<S> segment = Segment.of(Move.takeOver(now, call, backing.margin()));
        CommitResult result =
                backing.commits().commit(segment.set(backing.newSet(), now, course.workflow(), List.of()));
        if (result instanceof CommitResult.Committed committed) {
            return segment.committed(0, now, 0, committed.at());
        } else if (result instanceof CommitResult.Joined joined) {
            return segment.committed(0, now, 0, joined.at());
        }
        return load();
    }

    /**
     * Notes a failure of the workflow itself, so that it shows and does not come back at once.
     *
     * @return false if others have gone on meanwhile, so that the failure is due to what was read half before and half after
     */
    boolean failed(Progress<S> at, Throwable failure) {
        boolean call = course.step(at.step()) instanceof CallStep;
        return !at.stored() || failed(at.version(), at.attempt(), at.attempt() + (call ? 0 : 1), failure);
    }

    private boolean failed(long version, long attempt, long begun, Throwable failure) {
        LOG.debug("workflow {} failed", id, failure);
        try {
            return !(backing.commits()
                            .commit(WriteSet.of(
                                    backing.newSet(),
                                    Move.failed(
                                            id,
                                            version,
                                            begun,
                                            backing.backoff(attempt),
                                            failure.getClass().getName())))
                    instanceof CommitResult.Refused);
        } catch (StorageException | InDoubtException storage) {
            failure.addSuppressed(storage);
            return true;
        }
    }

    /** Reads an instance; one that cannot be decoded is put off if it is due, and so stands in nobody's way. */
    private Progress<S> due(Reading reading) {
        try {
            return progress(reading);
        } catch (CommerceException known) {
            throw known;
        } catch (RuntimeException undecoded) {
            own(reading)
                    .filter(row -> row.find(Progress.DUE)
                            .filter(due -> !due.isAfter(reading.at()))
                            .isPresent())
                    .ifPresent(row -> {
                        long attempt = row.get(Progress.ATTEMPT);
                        failed(row.version(), attempt, attempt + 1, undecoded);
                    });
            throw undecoded;
        }
    }

    Progress<S> load() {
        return progress(read());
    }

    private Progress<S> progress(Reading reading) {
        return own(reading)
                .map(row -> Progress.of(row, course.workflow()))
                .orElseThrow(
                        () -> new InvalidInputException("workflowId", "names another workflow, or one that is gone"));
    }
}
