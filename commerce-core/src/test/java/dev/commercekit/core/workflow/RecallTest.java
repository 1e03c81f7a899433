package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.TIMES;
import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.signal;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.read.SeenRows;
import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecallTest {

    private final Fixture fixture = new Fixture();
    private final List<Optional<Long>> seen = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    private Write first = Write.insert(counter("order"), values -> values.set(TIMES, 1L));

    /** Inserts the row that the steps behind the call look at. */
    private final Step<String> begins = LocalStep.of(
            "begins",
            state -> List.of(counter("order")),
            (state, context) -> Transition.next(state).write(first));

    private final Step<String> calls = call("calls", (state, call) -> {
        meanwhile.run();
        return new CallResult.Done<>(state);
    });

    private final LocalStep<String> ends =
            LocalStep.of("ends", state -> List.of(counter("order"), counter("none")), (state, context) -> {
                Optional<Row> row = context.row(counter("order"));
                seen.add(row.map(found -> found.get(TIMES)));
                assertThat(context.row(counter("none"))).isEmpty();
                return Transition.end(state).write(row.map(Write::require).orElseThrow());
            });

    @Test
    void aStepThatRecallsReadsOnlyWhatIsNotKnown() {
        Workflow<String> workflow = workflow(begins, calls, ends.recalling());
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        assertThat(seen).containsExactly(Optional.of(1L));
        assertThat(node.reads().count()).isEqualTo(2);
    }

    @Test
    void whatItsOwnCommitChangedIsRead() {
        fixture.write(count("order"));
        first = count("order");
        Workflow<String> workflow = workflow(begins, calls, ends.recalling());
        fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(seen).containsExactly(Optional.of(2L));
    }

    @Test
    void whatChangedMeanwhileRefusesTheCommitAndIsReadThen() {
        Workflow<String> workflow = workflow(begins, calls, ends.recalling());
        Node node = fixture.node(workflow);
        meanwhile = () -> fixture.write(count("order"));
        node.engine().run(workflow, "w1", "");
        assertThat(seen).containsExactly(Optional.of(1L), Optional.of(2L));
    }

    @Test
    void aStepThatDoesNotRecallReadsWhatIsCommittedThen() {
        Workflow<String> workflow = workflow(begins, calls, ends);
        Node node = fixture.node(workflow);
        meanwhile = () -> fixture.write(count("order"));
        node.engine().run(workflow, "w1", "");
        assertThat(seen).containsExactly(Optional.of(2L));
    }

    @Test
    void whoeverTakesOverRecallsNothing() {
        Workflow<String> workflow = workflow(begins, calls, ends.recalling());
        Node node = fixture.node(workflow);
        meanwhile = () -> {
            meanwhile = () -> fixture.write(count("order"));
            fixture.node(workflow).engine().signal("w1", signal("s1"));
            fixture.node(workflow).engine().drive(workflow, "w1");
        };
        node.engine().run(workflow, "w1", "");
        assertThat(seen).startsWith(Optional.of(2L));
    }

    @Test
    void firstStepsTakeWhatTheirCallerHasRead() {
        fixture.write(count("order"));
        Workflow<String> workflow = workflow(ends);
        Node node = fixture.node(workflow);
        SeenRows rows = SeenRows.read(node.storage(), List.of(counter("order"), counter("none")));
        int before = node.reads().count();
        node.engine().run(workflow, "w1", "", rows);
        assertThat(node.reads().count()).isEqualTo(before);
        assertThat(seen).containsExactly(Optional.of(1L));
    }

    @Test
    void whatTheirCallerHasReadIsReadAnewOnceItHasChanged() {
        fixture.write(count("order"));
        Workflow<String> workflow = workflow(ends);
        Node node = fixture.node(workflow);
        SeenRows rows = SeenRows.read(node.storage(), List.of(counter("order"), counter("none")));
        fixture.write(count("order"));
        node.engine().run(workflow, "w1", "", rows);
        assertThat(seen).containsExactly(Optional.of(1L), Optional.of(2L));
    }
}
