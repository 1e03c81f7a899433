package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.TIMEOUT;
import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.signal;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine that makes no calls begins what others go on with. */
class WithoutCallsTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final List<Boolean> sendable = new ArrayList<>();
    private final Workflow<String> workflow = workflow(
            local("one"),
            call("pay", (state, call) -> {
                        world.effect(call.key().value());
                        sendable.add(call.mayBeSent());
                        return new CallResult.Done<>(then(state, "pay"));
                    })
                    .sentWithin(WINDOW),
            local("after"));
    private final Node node = fixture.node(workflow);

    private WorkflowEngine withoutCalls(Node on) {
        StorageClock clock = new StorageClock(fixture.memory, fixture.clock::nanos);
        return on.engine().withoutCalls(fixture.memory, CommitPath.straightInto(fixture.memory), clock);
    }

    @Test
    void itStopsAtTheFirstCallWhichIsDueAtOnce() {
        Run<String> begun = withoutCalls(node).run(workflow, "w1", "");
        assertThat(begun.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(begun.step()).isEqualTo("pay");
        assertThat(begun.state()).isEqualTo("one");
        assertThat(begun.due()).contains(fixture.clock.instant());
        assertThat(fixture.counted("one")).isOne();
        assertThat(world.asked).isEmpty();

        assertThat(node.engine().runDue(10)).isOne();
        assertThat(world.asked).containsExactly("w1/pay/1");
        assertThat(node.engine().find(workflow, "w1").orElseThrow().state()).isEqualTo("one pay after");
        assertThat(fixture.counted("one")).isOne();
        assertThat(fixture.counted("after")).isOne();
    }

    @Test
    void theTimeToSendTheKeyBeginsWithItsFirstUse() {
        withoutCalls(node).run(workflow, "w1", "");
        fixture.clock.advance(WINDOW.plus(TIMEOUT));
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(sendable).containsExactly(true);
    }

    @Test
    void whatIsThereItOnlyLooksAt() {
        WorkflowEngine engine = withoutCalls(node);
        Run<String> begun = engine.run(workflow, "w1", "");
        assertThat(engine.drive(workflow, "w1")).contains(begun);
        assertThat(engine.run(workflow, "w1", "other")).isEqualTo(begun);
        assertThat(engine.runDue(10)).isOne();
        assertThat(engine.find(workflow, "w1")).contains(begun);
        assertThat(fixture.row("w1").version()).isOne();
        assertThat(world.asked).isEmpty();
    }

    @Test
    void aSignalIsKeptForOthers() {
        WorkflowEngine engine = withoutCalls(node);
        engine.run(workflow, "w1", "");
        assertThat(engine.signal("w1", signal("s"))).isTrue();
        assertThat(engine.signal("w2", signal("s"))).isFalse();
        assertThat(world.asked).isEmpty();
        assertThat(fixture.signals("w1")).hasSize(1);
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void aWorkflowWithoutACallEndsAndLeavesNoRow() {
        Workflow<String> short_ = workflow(local("one"), local("two"));
        Run<String> run = withoutCalls(fixture.node(short_)).run(short_, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(run.stored()).isFalse();
        assertThat(run.state()).isEqualTo("one two");
    }

    /** What is done is undone by another engine, also where no call stands between. */
    @Test
    void itGoesNoFurtherThanItsFirstCommit() {
        Step<String> refuses = LocalStep.of("refuses", (state, context) -> Transition.undo(state));
        Workflow<String> undone = workflow(local("one").undoneBy(local("back")), refuses);
        Node other = fixture.node(undone);
        Run<String> begun = withoutCalls(other).run(undone, "w1", "");
        assertThat(begun.open()).isTrue();
        assertThat(fixture.counted("back")).isZero();
        assertThat(other.engine().runDue(10)).isOne();
        assertThat(other.engine().find(undone, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.UNDONE);
        assertThat(fixture.counted("back")).isOne();
    }
}
