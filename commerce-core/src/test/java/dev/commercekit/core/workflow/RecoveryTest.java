package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.storage.StorageException;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final Step<String> waits = LocalStep.of(
            "waits",
            (state, context) -> state.endsWith("!") ? Transition.next(state) : Transition.await(MINUTE, state + "!"));

    @Test
    void aFailingWorkflowDoesNotStopTheOthers() {
        Step<String> fails = LocalStep.of("fails", (state, context) -> {
            if (state.startsWith("bad")) {
                throw new AssertionError("a broken step");
            }
            return Transition.next(state);
        });
        Workflow<String> workflow = workflow(waits, fails);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "bad");
        node.engine().run(workflow, "w2", "good");
        node.engine().run(workflow, "w3", "good");
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(10)).isEqualTo(3);
        assertThat(node.engine().find(workflow, "w2").orElseThrow().open()).isFalse();
        assertThat(node.engine().find(workflow, "w3").orElseThrow().open()).isFalse();
        Run<String> bad = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(bad.open()).isTrue();
        assertThat(bad.reason()).contains("java.lang.AssertionError");
        assertThat(bad.due()).contains(fixture.clock.instant().plusMillis(200));
        fixture.clock.advance(Duration.ofMillis(200));
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().due())
                .contains(fixture.clock.instant().plusMillis(400));
    }

    @Test
    void workflowsOfAnotherProgramDoNotStandInTheWay() {
        Workflow<String> other =
                Workflow.named("other", 1, Fixture.CODEC).step(waits).build();
        for (int i = 0; i < 3; i++) {
            fixture.node(other).engine().run(other, "a" + i, "");
        }
        Workflow<String> workflow = workflow(waits);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(1)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().open()).isFalse();
        assertThat(node.engine().find(workflow, "a1")).isEmpty();
        assertThat(node.engine().drive(workflow, "a1")).isEmpty();
    }

    @Test
    void aStateThatCannotBeDecodedStopsOnlyItsOwnWorkflow() {
        Workflow<String> workflow = workflow(waits);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        node.engine().run(workflow, "w2", "");
        var row = fixture.row("w1");
        fixture.write(dev.commercekit.storage.Write.update(
                row, values -> values.set(dev.commercekit.core.workflow.progress.Progress.STATE, "")));
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(1)).isOne();
        assertThat(node.engine().runDue(1)).isOne();
        assertThat(node.engine().find(workflow, "w2").orElseThrow().open()).isFalse();
    }

    @Test
    void noMoreAreHandedOverThanTheLimitAndTheOldestFirst() {
        Workflow<String> workflow = workflow(waits);
        Node node = fixture.node(workflow);
        for (String id : List.of("w3", "w1", "w2")) {
            node.engine().run(workflow, id, "");
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(2)).isEqualTo(2);
        assertThat(node.engine().find(workflow, "w2").orElseThrow().open()).isTrue();
        assertThat(node.engine().runDue(2)).isOne();
        assertThat(node.engine().runDue(2)).isZero();
    }

    @Test
    void anInstanceIsHandedToTheExecutorOnce() {
        Workflow<String> workflow = workflow(waits);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        fixture.clock.advance(MINUTE);
        List<Runnable> handed = new ArrayList<>();
        assertThat(node.engine().runDue(10, handed::add)).isOne();
        assertThat(node.engine().runDue(10, handed::add)).isZero();
        handed.forEach(Runnable::run);
        assertThat(node.engine().find(workflow, "w1").orElseThrow().open()).isFalse();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aFullExecutorLosesNothing() {
        Workflow<String> workflow = workflow(waits);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(10, task -> {
                    throw new RejectedExecutionException();
                }))
                .isZero();
        assertThat(node.engine().runDue(10)).isOne();
    }

    @Test
    void aStorageThatWasDownIsNotAFailureOfTheWorkflow() {
        Node[] down = new Node[1];
        Workflow<String> workflow = workflow(local("one"), call("pay", (state, call) -> {
            world.effect(call.key().value());
            down[0].storage().down(world.asked.size() == 1);
            return new CallResult.Done<>("paid");
        }));
        Node node = fixture.node(workflow);
        down[0] = node;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> node.engine().run(workflow, "w1", ""));
        node.storage().down(false);
        fixture.clock.advance(Fixture.LEASE);
        assertThat(node.engine().runDue(10)).isOne();
        Run<String> run = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(world.effects).containsExactly("w1/pay/1");
    }

    @Test
    void retriesComeTwiceAsLateEachTimeUpToALimit() {
        WorkflowOptions options = WorkflowOptions.DEFAULT;
        assertThat(options.backoff(0, 0)).isEqualTo(Duration.ofMillis(200));
        assertThat(options.backoff(3, 0)).isEqualTo(Duration.ofMillis(1_600));
        assertThat(options.backoff(20, 0)).isEqualTo(MINUTE);
        assertThat(options.backoff(Long.MAX_VALUE, 0)).isEqualTo(MINUTE);
        for (long chance : new long[] {1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 99, 101}) {
            assertThat(options.backoff(0, chance)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }
}
