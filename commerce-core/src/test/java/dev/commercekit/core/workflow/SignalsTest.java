package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.signal;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Fixture fixture = new Fixture();
    private final Deque<Supplier<CallResult<String>>> answers = new ArrayDeque<>();
    private final List<List<String>> seen = new ArrayList<>();
    private final CallStep<String> pay = call("pay", (state, call) -> {
        seen.add(call.signals().stream().map(Signal::id).toList());
        return answers.remove().get();
    });
    private final Workflow<String> workflow = workflow(local("one"), pay, local("after"));
    private final Node node = fixture.node(workflow);
    private final WorkflowEngine engine = node.engine();

    @Test
    void aSignalWakesAWaitingCallWhichSeesItOnce() {
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> new CallResult.Waiting<>("asked again", DAY));
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        assertThat(engine.signal("w1", signal("s1"))).isTrue();
        assertThat(engine.runDue(10)).isOne();
        assertThat(fixture.signals("w1")).isEmpty();
        assertThat(fixture.row("w1").get(Progress.SIGNALS)).isZero();
        assertThat(engine.runDue(10)).isZero();
        fixture.clock.advance(DAY);
        assertThat(engine.runDue(10)).isOne();
        assertThat(seen).containsExactly(List.of(), List.of("s1"), List.of());
        assertThat(engine.find(workflow, "w1").orElseThrow().state()).isEqualTo("paid after");
    }

    @Test
    void aSignalIsKeptOnceAndInOrder() {
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        for (String id : List.of("s3", "s1", "s3", "s2", "s1")) {
            assertThat(fixture.node(workflow).engine().signal("w1", signal(id))).isTrue();
        }
        assertThat(fixture.row("w1").get(Progress.SIGNALS)).isEqualTo(3);
        assertThat(engine.drive(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(seen).containsExactly(List.of(), List.of("s3", "s1", "s2"));
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void onlyAnOpenWorkflowTakesSignals() {
        assertThat(engine.signal("w1", signal("s1"))).isFalse();
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        assertThat(engine.signal("w1", signal("s1"))).isFalse();
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void aSignalDuringACallThatThenWaitsIsSeenByTheNext() {
        answers.add(() -> {
            engine.signal("w1", signal("s1"));
            return new CallResult.Waiting<>("asked", DAY);
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        Run<String> run = engine.run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("asked");
        assertThat(engine.runDue(10)).isOne();
        assertThat(seen).containsExactly(List.of(), List.of("s1"));
        assertThat(engine.find(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.FINISHED);
    }

    @Test
    void aSignalDuringACallThatKnowsNothingIsSeenAtOnce() {
        answers.add(() -> {
            engine.signal("w1", signal("s1"));
            return new CallResult.Unknown<>("timed out");
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        assertThat(engine.runDue(10)).isOne();
        assertThat(seen).containsExactly(List.of(), List.of("s1"));
    }

    @Test
    void aSignalDuringACallThatIsDoneIsSeenByTheNextCall() {
        Step<String> next = call("next", (state, call) -> {
            seen.add(call.signals().stream().map(Signal::id).toList());
            return new CallResult.Done<>(then(state, "next"));
        });
        Workflow<String> longer = workflow(pay, local("between"), next);
        Node other = fixture.node(longer);
        answers.add(() -> {
            other.engine().signal("w1", signal("s1"));
            return new CallResult.Done<>("paid");
        });
        assertThat(other.engine().run(longer, "w1", "").state()).isEqualTo("paid between next");
        assertThat(seen).containsExactly(List.of(), List.of("s1"));
        assertThat(fixture.signals("w1")).isEmpty();
        assertThat(fixture.counted("between")).isOne();
    }

    @Test
    void onlyTheSignalsThatACallSawAreTakenAway() {
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> {
            engine.signal("w1", signal("s2"));
            return new CallResult.Waiting<>("asked again", DAY);
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        engine.signal("w1", signal("s1"));
        engine.runDue(10);
        assertThat(fixture.row("w1").get(Progress.SIGNALS)).isOne();
        engine.runDue(10);
        assertThat(seen).containsExactly(List.of(), List.of("s1"), List.of("s2"));
    }

    @Test
    void aCallThatKnowsNothingSeesItsSignalsAgainAfterAWhile() {
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> new CallResult.Unknown<>("timed out"));
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        engine.signal("w1", signal("s1"));
        engine.runDue(10);
        assertThat(engine.runDue(10)).isZero();
        fixture.clock.advance(Duration.ofMinutes(1));
        engine.runDue(10);
        assertThat(seen).containsExactly(List.of(), List.of("s1"), List.of("s1"));
    }

    @Test
    void aParkedWorkflowKeepsSignalsAndIsNotWoken() {
        answers.add(() -> new CallResult.Stuck<>("lost"));
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        assertThat(engine.signal("w1", signal("s1"))).isTrue();
        assertThat(engine.runDue(10)).isZero();
        engine.resume("w1");
        assertThat(engine.runDue(10)).isOne();
        assertThat(seen).containsExactly(List.of(), List.of("s1"));
    }

    @Test
    void aSignalWakesALocalStepAndStaysForTheNextCall() {
        Step<String> waits = LocalStep.of(
                "waits",
                state -> List.of(counter("ready")),
                (state, context) -> context.row(counter("ready")).isPresent()
                        ? Transition.next(then(state, "ready"))
                        : Transition.await(DAY, state));
        Workflow<String> resting = workflow(waits, pay);
        Node other = fixture.node(resting);
        other.engine().run(resting, "w1", "");
        other.engine().signal("w1", signal("s1"));
        assertThat(other.engine().runDue(10)).isOne();
        assertThat(other.engine().runDue(10)).isZero();
        fixture.write(count("ready"));
        other.engine().signal("w1", signal("s2"));
        answers.add(() -> new CallResult.Done<>("paid"));
        assertThat(other.engine().runDue(10)).isOne();
        assertThat(seen).containsExactly(List.of("s1", "s2"));
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void theEndTakesAwaySignalsThatNobodyWillSee() {
        answers.add(() -> {
            engine.signal("w1", signal("s1"));
            return new CallResult.Done<>("paid");
        });
        assertThat(engine.run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(fixture.signals("w1")).isEmpty();
        assertThat(fixture.row("w1").get(Progress.SIGNALS)).isZero();
    }

    @Test
    void aSignalThatMeetsACommitIsKeptAfterIt() {
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> new CallResult.Done<>("paid"));
        engine.run(workflow, "w1", "");
        Node other = fixture.node(workflow);
        other.storage().next(StorageFault.before(() -> engine.signal("w1", signal("s1"))));
        assertThat(other.engine().signal("w1", signal("s2"))).isTrue();
        assertThat(fixture.row("w1").get(Progress.SIGNALS)).isEqualTo(2);
        engine.runDue(10);
        assertThat(seen).containsExactly(List.of(), List.of("s1", "s2"));
    }

    @Test
    void aSignalBetweenTheCommitAndTheCallIsSeenByTheNextCall() {
        Node other = fixture.node(workflow);
        answers.add(() -> new CallResult.Waiting<>("asked", DAY));
        answers.add(() -> new CallResult.Done<>("paid"));
        other.storage().next(StorageFault.after(() -> engine.signal("w1", signal("s1"))));
        other.engine().run(workflow, "w1", "");
        engine.runDue(10);
        assertThat(seen).containsExactly(List.of(), List.of("s1"));
        assertThat(fixture.signals("w1")).isEmpty();
    }
}
