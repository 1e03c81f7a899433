package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.DoneSteps;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.UnreadableWorkflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds instances that have not ended: every one of them is either due at some time or parked. */
final class OpenWorkflows {

    private static final int PAGE = 1_000;

    private final Backing backing;
    private final Map<String, Course<?>> courses;

    OpenWorkflows(Backing backing, Map<String, Course<?>> courses) {
        this.backing = backing;
        this.courses = courses;
    }

    /** Returns the rows of those that are due by the storage's clock and that this program can read, the oldest first. */
    List<Row> due(int limit) {
        Scan scan = Scan.of(Progress.TABLE, "due").to(backing.storage().now());
        // Those that it cannot read (another program may) must not stand in the way of the others.
        return collect(scan, limit, row -> missing(row).isEmpty());
    }

    /** Returns the rows of those that are parked, the oldest first. */
    List<Row> parked(int limit) {
        return collect(Scan.of(Progress.TABLE, "parked"), limit, row -> true);
    }

    /** Returns the rows of those that are not parked and that are wanted. */
    List<Row> unparked(Predicate<Row> wanted) {
        return collect(Scan.of(Progress.TABLE, "due"), Integer.MAX_VALUE, wanted);
    }

    /** Demands that this program can read every open instance. */
    void verify() {
        for (String index : List.of("due", "parked")) {
            collect(Scan.of(Progress.TABLE, index), Integer.MAX_VALUE, row -> {
                String missing = missing(row);
                if (!missing.isEmpty()) {
                    throw new UnreadableWorkflowException(
                            row.get(Progress.NAME), Math.toIntExact(row.get(Progress.STATE_VERSION)), missing);
                }
                return false;
            });
        }
    }

    /** Returns what is missing to go on with an instance, or nothing. */
    private String missing(Row row) {
        Course<?> course = courses.get(row.get(Progress.NAME));
        if (course == null) {
            return "it is not registered";
        }
        if (!course.workflow().reads(Math.toIntExact(row.get(Progress.STATE_VERSION)))) {
            return "no upgrade leads from it to version " + course.workflow().version();
        }
        return DoneSteps.parse(row.get(Progress.DONE)).withLocal(row.get(Progress.STEP)).entries().stream()
                .map(DoneSteps.Entry::step)
                .filter(step -> !course.has(step))
                .findFirst()
                .map(step -> "it has no step " + step)
                .orElse("");
    }

    private List<Row> collect(Scan scan, int limit, Predicate<Row> wanted) {
        List<Row> found = new ArrayList<>();
        Scan next = scan.limit(PAGE);
        while (found.size() < limit) {
            List<Row> page = backing.storage().scan(next).rows();
            for (Row row : page) {
                if (found.size() < limit && wanted.test(row)) {
                    found.add(row);
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            next = next.after(page.get(page.size() - 1));
        }
        return found;
    }
}
