package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.storage.Write;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {

    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final Step<String> rejected = call("rejected", (state, call) -> {
        world.effect(call.key().value());
        return new CallResult.Rejected<>(then(state, "rejected"), "no funds");
    });

    @Test
    void whatWasDoneIsUndoneTheLastFirst() {
        Workflow<String> workflow = workflow(
                local("one").undoneBy(local("unOne")),
                call("hold", world).undoneBy(call("release", world)),
                local("two").undoneBy(local("unTwo")),
                local("three"),
                rejected,
                local("never").undoneBy(local("unNever")));
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(run.state()).isEqualTo("one hold two three rejected unTwo release unOne");
        assertThat(run.reason()).contains("no funds");
        assertThat(run.due()).isEmpty();
        assertThat(world.asked).containsExactly("w1/hold/1", "w1/rejected/1", "w1/release/1");
        assertThat(node.storage().commits()).isEqualTo(world.asked.size() + 1);
        assertThat(fixture.counted("unOne")).isOne();
        assertThat(fixture.counted("unTwo")).isOne();
        assertThat(node.engine().find(workflow, "w1")).contains(run);
    }

    @Test
    void localUndosAreFusedWithTheAnswer() {
        Workflow<String> workflow =
                workflow(local("one").undoneBy(local("unOne")), local("two").undoneBy(local("unTwo")), rejected);
        Node node = fixture.node(workflow);
        assertThat(node.engine().run(workflow, "w1", "").state()).isEqualTo("one two rejected unTwo unOne");
        assertThat(node.storage().commits()).isEqualTo(2);
    }

    @Test
    void onlyStepsThatWereCompletedAreUndone() {
        Step<String> skips = LocalStep.of("skips", (state, context) -> Transition.jump("rejected", state));
        Workflow<String> workflow = workflow(
                local("one").undoneBy(local("unOne")), skips, local("two").undoneBy(local("unTwo")), rejected);
        assertThat(fixture.node(workflow).engine().run(workflow, "w1", "").state())
                .isEqualTo("one rejected unOne");
        assertThat(fixture.counted("unTwo")).isZero();
    }

    @Test
    void aLocalStepCanAskToUndo() {
        Step<String> asks = LocalStep.of(
                "asks", (state, context) -> Transition.undo(then(state, "asks")).write(count("asks")));
        Workflow<String> workflow = workflow(
                local("one").undoneBy(local("unOne")), call("hold", world).undoneBy(call("release", world)), asks);
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("one hold asks release unOne");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(fixture.counted("asks")).isOne();
        assertThat(node.storage().commits()).isEqualTo(3);
    }

    @Test
    void whatIsUndoneAtOnceIsCommittedBefore() {
        LocalStep<String> inserts = LocalStep.<String>of(
                        "inserts",
                        (state, context) -> Transition.next(then(state, "inserts"))
                                .write(Write.insert(counter("hold"), row -> row.set(Fixture.TIMES, 5L))))
                .undoneBy(LocalStep.of(
                        "deletes",
                        state -> List.of(counter("hold")),
                        (state, context) -> Transition.next(then(state, "deletes"))
                                .write(Write.delete(context.row(counter("hold")).orElseThrow()))));
        Step<String> asks = LocalStep.of("asks", (state, context) -> Transition.undo(then(state, "asks")));
        Workflow<String> workflow = workflow(inserts, asks);
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("inserts asks deletes");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(fixture.counted("hold")).isZero();
        assertThat(node.storage().commits()).isEqualTo(2);
    }

    @Test
    void anUndoInTheFirstCommitWithNothingToUndoLeavesNoRow() {
        Step<String> asks = LocalStep.of("asks", (state, context) -> Transition.undo(then(state, "asks")));
        Workflow<String> workflow = workflow(local("one"), asks);
        Run<String> run = fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(run.stored()).isFalse();
    }

    @Test
    void anUnknownUndoIsSettledUnderTheSameKeyBeforeTheOthers() {
        List<String> unknown = new ArrayList<>(List.of("once"));
        CallStep<String> release = call("release", (state, call) -> {
            world.effect(call.key().value());
            if (!unknown.isEmpty()) {
                unknown.clear();
                return new CallResult.Unknown<>("no reply");
            }
            return new CallResult.Done<>(then(state, "release"));
        });
        Workflow<String> workflow = workflow(
                local("one").undoneBy(local("unOne")), call("hold", world).undoneBy(release), rejected);
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDOING);
        assertThat(fixture.counted("unOne")).isZero();
        fixture.clock.advance(Duration.ofMillis(200));
        assertThat(node.engine().runDue(1)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(world.asked).containsExactly("w1/hold/1", "w1/rejected/1", "w1/release/1", "w1/release/1");
    }

    @Test
    void anUnknownCallIsSettledBeforeAnythingIsUndone() {
        List<String> unknown = new ArrayList<>(List.of("once"));
        Step<String> pay = call("pay", (state, call) -> {
            world.effect(call.key().value());
            return unknown.isEmpty()
                    ? new CallResult.Rejected<>(state, "no funds")
                    : new CallResult.Unknown<>(unknown.remove(0));
        });
        Workflow<String> workflow = workflow(local("one").undoneBy(local("unOne")), pay);
        Node node = fixture.node(workflow);
        assertThat(node.engine().run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(fixture.counted("unOne")).isZero();
        fixture.clock.advance(Duration.ofMillis(200));
        assertThat(node.engine().drive(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1");
        assertThat(fixture.counted("unOne")).isOne();
    }

    @Test
    void aRefusedUndoParksVisiblyAndGoesOnUnderItsNextKey() {
        List<String> refused = new ArrayList<>(List.of("once"));
        CallStep<String> release = call("release", (state, call) -> {
            world.effect(call.key().value());
            assertThat(call.mayBeSent()).isTrue();
            return refused.isEmpty()
                    ? new CallResult.Done<>(then(state, "release"))
                    : new CallResult.Rejected<>(then(state, "kept"), refused.remove(0));
        });
        Workflow<String> workflow = workflow(
                local("one").undoneBy(local("unOne")), call("hold", world).undoneBy(release), rejected);
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(node.engine().interventions().parked(10))
                .extracting(Standing::step)
                .containsExactly("release");
        assertThat(fixture.row("w1").get(Progress.UNDOING)).isOne();
        assertThat(fixture.counted("unOne")).isZero();
        node.engine().resume("w1");
        Run<String> resumed = node.engine().drive(workflow, "w1").orElseThrow();
        assertThat(resumed.status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(resumed.state()).isEqualTo("one hold rejected kept release unOne");
        assertThat(world.asked).containsExactly("w1/hold/1", "w1/rejected/1", "w1/release/1", "w1/release/2");
    }

    @Test
    void aLocalUndoMayWaitAndPark() {
        LocalStep<String> unOne = LocalStep.of(
                "unOne",
                state -> List.of(counter("ready")),
                (state, context) -> context.row(counter("ready")).isPresent()
                        ? Transition.next(then(state, "unOne"))
                        : Transition.await(Duration.ofMinutes(1), then(state, "waits")));
        Workflow<String> workflow =
                workflow(local("zero").undoneBy(local("unZero")), local("one").undoneBy(unOne), rejected);
        Node node = fixture.node(workflow);
        assertThat(node.engine().run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.UNDOING);
        fixture.write(count("ready"));
        assertThat(node.engine().signal("w1", Fixture.signal("s1"))).isTrue();
        assertThat(node.engine().runDue(10)).isOne();
        Run<String> run = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(run.state()).isEqualTo("zero one rejected waits unOne unZero");
        assertThat(run.status()).isEqualTo(WorkflowStatus.UNDONE);
    }
}
