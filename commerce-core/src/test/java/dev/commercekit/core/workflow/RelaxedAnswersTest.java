package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.signal;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which commits of a workflow a crash of the storage may take back. */
class RelaxedAnswersTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final List<Durability> commits = new ArrayList<>();

    private static Step<String> loose(String name) {
        return LocalStep.of(name, (state, context) -> Transition.next(state).durability(Durability.RELAXED));
    }

    private CallStep<String> pay() {
        return call("pay", world).sentWithin(DAY);
    }

    private Node watched(Workflow<?> workflow) {
        Node node = fixture.node(workflow);
        node.storage().otherwise((sets, storage) -> {
            sets.stream().map(WriteSet::durability).forEach(commits::add);
            return storage.commitAll(sets);
        });
        return node;
    }

    private void run(Workflow<String> workflow) {
        watched(workflow).engine().run(workflow, "w1", "");
    }

    @Test
    void theAnswerOfACallThatEndsAWorkflowMayBeLost() {
        run(workflow(loose("one"), pay(), loose("two"), loose("three")));
        assertThat(commits).containsExactly(Durability.STRICT, Durability.RELAXED);
    }

    @Test
    void oneStrictStepMakesItsCommitStrict() {
        run(workflow(pay(), loose("two"), local("three")));
        run(workflow(pay()));
        assertThat(commits).containsOnly(Durability.STRICT);
    }

    @Test
    void whatStandsBeforeAnotherCallIsStrict() {
        run(workflow(pay(), loose("two"), call("send", world).sentWithin(DAY), loose("three")));
        assertThat(commits).containsExactly(Durability.STRICT, Durability.STRICT, Durability.RELAXED);
    }

    @Test
    void aRejectionAndWhatRestsAreStrict() {
        Step<String> undone = LocalStep.<String>of(
                        "one", (state, context) -> Transition.next(state).durability(Durability.RELAXED))
                .undoneBy(loose("undo"));
        run(workflow(
                undone,
                call("pay", (state, call) -> new CallResult.Rejected<>(state, "no"))
                        .sentWithin(DAY)));
        assertThat(commits).containsExactly(Durability.STRICT, Durability.STRICT);
        commits.clear();
        Workflow<String> resting = workflow(
                pay(),
                LocalStep.of(
                        "rest", (state, context) -> Transition.await(DAY, state).durability(Durability.RELAXED)));
        watched(resting).engine().run(resting, "w2", "");
        assertThat(commits).containsExactly(Durability.STRICT, Durability.STRICT);
    }

    @Test
    void anAnswerIsStrictWhenItsKeyIsSoonForgotten() {
        for (Duration window : List.of(Duration.ofHours(1).plusSeconds(1), Duration.ofHours(1))) {
            commits.clear();
            Workflow<String> workflow = workflow(
                    call("pay", (state, call) -> {
                                fixture.clock.advance(Duration.ofMillis(500));
                                return new CallResult.Done<>(state);
                            })
                            .sentWithin(window),
                    loose("end"));
            watched(workflow).engine().run(workflow, "w" + window, "");
            assertThat(commits)
                    .containsExactly(
                            Durability.STRICT,
                            window.equals(Duration.ofHours(1)) ? Durability.STRICT : Durability.RELAXED);
        }
    }

    @Test
    void anAnswerIsStrictWhereASignalIs() {
        Workflow<String> workflow = workflow(
                call(
                                "pay",
                                (state, call) -> call.signals().isEmpty()
                                        ? new CallResult.Waiting<>(state, DAY)
                                        : new CallResult.Done<>(state))
                        .sentWithin(DAY),
                loose("end"));
        Node node = watched(workflow);
        node.engine().run(workflow, "w1", "");
        node.engine().signal("w1", signal("s"));
        commits.clear();
        assertThat(node.engine().drive(workflow, "w1").orElseThrow().open()).isFalse();
        assertThat(commits).containsExactly(Durability.STRICT, Durability.STRICT);
    }
}
