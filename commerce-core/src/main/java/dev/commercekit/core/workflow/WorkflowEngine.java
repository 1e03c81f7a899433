package dev.commercekit.core.workflow;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowConflictException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs workflows over a storage. Every step takes effect once, whatever happens to the processes that run it: local steps
 * because their writes and the progress are one write set, calls because their key stays the same. A workflow with k calls, one
 * after the other, costs k + 1 commits; one without a call costs one, and leaves no row.
 *
 * <p>An instance is open from its first call, or rest, to its end. Any number of engines may run over one storage, in any
 * number of processes; each of them finds what others left by {@link #runDue}. A call to which a workflow comes back by a
 * jump is the same effect, and has the same key; for another one it answers {@link
 * dev.commercekit.workflow.CallResult.TryAnew}.
 *
 * <p>Thread-safe. The engine has no threads of its own and needs no closing.
 */
public final class WorkflowEngine {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowEngine.class);

    private final Backing backing;
    private final Map<String, Course<?>> courses;
    private final OpenWorkflows open;
    private final Signals signals;
    private final Interventions interventions;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    private WorkflowEngine(Backing backing, Map<String, Course<?>> courses) {
        this.backing = backing;
        this.courses = courses;
        this.open = new OpenWorkflows(backing, courses);
        this.signals = new Signals(backing);
        this.interventions = new Interventions(backing, open, courses);
    }

    /**
     * Creates an engine.
     *
     * @param storage where it reads; opened with {@link #tables()}, and not closed by the engine
     * @param commits where it commits
     * @param clock what is known of the storage's time
     * @param ids names its write sets, and spreads its retries
     * @param options how patient it is
     * @param workflows the definitions, of which each has a name of its own
     */
    public static WorkflowEngine create(
            Storage storage,
            CommitPath commits,
            StorageClock clock,
            IdGenerator ids,
            WorkflowOptions options,
            Collection<? extends Workflow<?>> workflows) {
        Map<String, Course<?>> courses = new HashMap<>();
        for (Workflow<?> workflow : workflows) {
            Input.that(
                    courses.put(workflow.name(), new Course<>(workflow)) == null,
                    "workflows",
                    "must have unique names");
        }
        return new WorkflowEngine(new Backing(storage, commits, clock, ids, options, true), Map.copyOf(courses));
    }

    /**
     * Returns an engine for the same workflows that makes no calls. It commits an instance up to its first call, or rest, and leaves
     * it there, due at once and held by nobody, to any engine that makes calls. An instance that is there it only looks at.
     */
    public WorkflowEngine withoutCalls(Storage storage, CommitPath commits, StorageClock clock) {
        return new WorkflowEngine(backing.withoutCalls(storage, commits, clock), courses);
    }

    /** Returns the tables that the storage must be opened with. */
    public static List<Table> tables() {
        return List.of(Progress.TABLE, Signals.TABLE);
    }

    /**
     * Runs a workflow on the calling thread until it has ended, waits, or does not know. If there is an instance of this id
     * already it is driven instead, as {@link #drive} does, whatever the initial state.
     *
     * @throws dev.commercekit.workflow.WorkflowConflictException if others changed the same rows again and again; after the
     *     first commit the instance is tried again when it is due
     * @throws dev.commercekit.storage.StorageException if the storage fails; what was committed before goes on when it is due
     * @throws dev.commercekit.storage.InDoubtException if the reply to a commit was lost; the same call may be made again
     */
    public <S> Run<S> run(Workflow<S> workflow, String id, S initial) {
        return run(workflow, id, initial, SeenRows.none());
    }

    /**
     * Runs a workflow as {@link #run(Workflow, String, Object)} does, for a caller who has just read rows that its first steps read:
     * these take them from there, until a commit is refused.
     */
    public <S> Run<S> run(Workflow<S> workflow, String id, S initial, SeenRows seen) {
        Input.required(initial, "initial");
        return driver(workflow, id).begin(initial, seen);
    }

    /** Returns an instance as it stands, if it has a row. */
    public <S> Optional<Run<S>> find(Workflow<S> workflow, String id) {
        return driver(workflow, id).find();
    }

    /**
     * Takes an instance over if it is due, because its timer or the lease of its last driver is over or a signal came, and
     * runs it as {@link #run} does; returns it as it stands otherwise, or nothing if it has no row.
     */
    public <S> Optional<Run<S>> drive(Workflow<S> workflow, String id) {
        return driver(workflow, id).takeOver();
    }

    /**
     * Keeps a signal for an open instance, once, and makes the instance due, unless it is parked. It takes effect when the
     * instance is next driven.
     *
     * @return false if there is no open instance of this id; nothing was kept then
     */
    public boolean signal(String id, Signal signal) {
        return signals.wake(id, signal);
    }

    /** Drives instances that are due, one after the other; see {@link #runDue(int, Executor)}. */
    public int runDue(int limit) {
        return runDue(limit, Runnable::run);
    }

    /**
     * Looks for instances that are due by the storage's clock, whoever left them, and drives each in the executor. To be
     * called again and again by every process: there is no other recovery. A failing instance is logged, tried again later,
     * and never stops the others.
     *
     * @param limit the most instances to hand over, 1 to 10,000
     * @return how many were handed over
     */
    public int runDue(int limit, Executor executor) {
        int count = 0;
        for (Row row : open.due((int) Input.range(limit, "limit", 1, 10_000))) {
            String id = Progress.id(row);
            if (underWay.add(id)) {
                count++;
                try {
                    executor.execute(() -> recover(id, row.get(Progress.NAME)));
                } catch (RejectedExecutionException full) {
                    underWay.remove(id);
                    return count - 1;
                }
            }
        }
        return count;
    }

    /** Returns what people can do about instances that do not go on by themselves. */
    public Interventions interventions() {
        return interventions;
    }

    /**
     * Makes a parked instance go on from where it stands, as soon as it is driven. An undo that was refused is called under
     * the key of its next try.
     *
     * @return false if there is no parked instance of this id
     */
    public boolean resume(String id) {
        for (int i = 0; i < backing.options().tries(); i++) {
            Optional<Standing> parked = interventions.find(id).filter(Standing::parked);
            if (parked.isEmpty()) {
                return false;
            }
            if (interventions.resume(parked.get(), List.of())) {
                return true;
            }
        }
        throw new WorkflowConflictException(id, backing.options().tries());
    }

    /**
     * Demands that every open instance can be gone on with; to be called at the start.
     *
     * @throws dev.commercekit.workflow.UnreadableWorkflowException if one cannot
     */
    public void verifyOpenVersions() {
        open.verify();
    }

    private void recover(String id, String name) {
        try {
            Course<?> course = Input.required(courses.get(name), "workflow");
            new Driver<>(backing, course, id).takeOver();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            LOG.warn(
                    "workflow {} ({}) failed and is tried again: {}",
                    id,
                    name,
                    failure.getClass().getName());
        } finally {
            underWay.remove(id);
        }
    }

    @SuppressWarnings("unchecked")
    private <S> Driver<S> driver(Workflow<S> workflow, String id) {
        Course<?> course = courses.get(workflow.name());
        if (course == null || course.workflow() != workflow) {
            throw new InvalidInputException("workflow", "must be registered");
        }
        return new Driver<>(backing, (Course<S>) course, Input.identifier(id, "workflowId", 128));
    }
}
