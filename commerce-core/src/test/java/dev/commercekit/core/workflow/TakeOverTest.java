package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.LEASE;
import static dev.commercekit.core.workflow.Fixture.TIMEOUT;
import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.core.workflow.Fixture.Crash;
import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.LocalStep;
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

class TakeOverTest {

    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final Deque<Supplier<CallResult<String>>> answers = new ArrayDeque<>();
    private final List<Long> attempts = new ArrayList<>();
    private final Workflow<String> workflow = workflow(
            local("one"),
            call("pay", (state, call) -> {
                world.effect(call.key().value());
                attempts.add(call.attempt());
                return answers.remove().get();
            }),
            local("after"));
    private final Node first = fixture.node(workflow);
    private final Node second = fixture.node(workflow);

    @Test
    void whatACrashedDriverLeftIsTakenOverWhenItsLeaseIsOver() {
        answers.add(() -> {
            throw new Crash();
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> first.engine().run(workflow, "w1", ""));
        fixture.clock.advance(LEASE.minusNanos(1_000));
        assertThat(second.engine().runDue(10)).isZero();
        assertThat(second.engine().drive(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.RUNNING);
        fixture.clock.advance(Duration.ofNanos(1_000));
        assertThat(second.engine().runDue(10)).isOne();
        Run<String> run = second.engine().find(workflow, "w1").orElseThrow();
        assertThat(run.state()).isEqualTo("paid after");
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1");
        assertThat(attempts).containsExactly(0L, 1L);
        assertThat(fixture.counted("after")).isOne();
        assertThat(second.storage().commits()).isEqualTo(2);
    }

    @Test
    void whileACallLastsNobodyTakesOver() {
        answers.add(() -> {
            fixture.clock.advance(TIMEOUT);
            assertThat(second.engine().runDue(10)).isZero();
            assertThat(second.engine().drive(workflow, "w1").orElseThrow().step())
                    .isEqualTo("pay");
            return new CallResult.Done<>("paid");
        });
        assertThat(first.engine().run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(world.asked).hasSize(1);
    }

    @Test
    void aDriverWhoseLeaseHasPassedSkipsItsCall() {
        first.storage().next(StorageFault.after(() -> fixture.clock.advance(LEASE)));
        Run<String> run = first.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(world.asked).isEmpty();
        answers.add(() -> new CallResult.Done<>("paid"));
        assertThat(second.engine().runDue(10)).isOne();
        assertThat(world.asked).containsExactly("w1/pay/1");
    }

    @Test
    void aLeaseFollowsTheClockOfTheStorageOnly() {
        answers.add(() -> {
            throw new Crash();
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> first.engine().run(workflow, "w1", ""));
        fixture.clock.advance(LEASE);
        fixture.clock.set(fixture.clock.instant().minus(Duration.ofHours(1)));
        assertThat(second.engine().runDue(10)).isZero();
        fixture.clock.set(fixture.clock.instant().plus(Duration.ofHours(1)));
        assertThat(second.engine().runDue(10)).isOne();
    }

    @Test
    void aCallThatTakesTooLongIsNotLostWhenNobodyTookOver() {
        answers.add(() -> {
            fixture.clock.advance(LEASE.multipliedBy(3));
            return new CallResult.Done<>("paid");
        });
        assertThat(first.engine().run(workflow, "w1", "").state()).isEqualTo("paid after");
    }

    @Test
    void anAnswerIsAppliedAfterATakeOverThatStillStandsThere() {
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(second.engine().runDue(10)).isOne();
            return new CallResult.Done<>("paid");
        });
        answers.add(() -> new CallResult.Unknown<>("busy"));
        Run<String> run = first.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("paid after");
        assertThat(second.engine().find(workflow, "w1")).contains(run);
        assertThat(fixture.counted("after")).isOne();
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void aDriverThatKnowsNothingLeavesTheOneThatTookOverAlone() {
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(second.engine().runDue(10)).isOne();
            return new CallResult.Unknown<>("timed out");
        });
        answers.add(() -> new CallResult.Waiting<>("asked", Duration.ofMinutes(5)));
        Run<String> run = first.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("asked");
        assertThat(run.due()).contains(fixture.clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void anAnswerThatComesTooLateIsKept() {
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(second.engine().runDue(10)).isOne();
            return new CallResult.Done<>("late");
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        Run<String> run = first.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(run.state()).isEqualTo("paid after");
        assertThat(fixture.counted("after")).isOne();
        assertThat(fixture.signals("w1")).singleElement().satisfies(row -> {
            assertThat(row.get(Signals.PAYLOAD)).isEqualTo("{\"result\":\"DONE\",\"state\":\"late\"}");
            assertThat(row.key().values()).containsExactly("w1", "outcome/pay/1");
        });
    }

    @Test
    void anAnswerThatComesTooLateIsKeptAlsoIfTheStepsBehindItFailByThen() {
        Step<String> once = LocalStep.of("once", (state, context) -> {
            if (state.equals("late")) {
                throw new IllegalStateException("it was done already");
            }
            return Transition.end(then(state, "once"));
        });
        Workflow<String> picky =
                workflow(workflow.steps().get(0), workflow.steps().get(1), once);
        Node one = fixture.node(picky);
        Node other = fixture.node(picky);
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(other.engine().runDue(10)).isOne();
            return new CallResult.Done<>("late");
        });
        answers.add(() -> new CallResult.Done<>("paid"));

        Run<String> run = one.engine().run(picky, "w1", "");

        assertThat(run.state()).isEqualTo("paid once");
        assertThat(fixture.signals("w1"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(Signals.PAYLOAD)).isEqualTo("{\"result\":\"DONE\",\"state\":\"late\"}"));
    }

    @Test
    void anAnswerThatComesTooLateIsShownToAnOpenWorkflow() {
        List<String> seen = new ArrayList<>();
        Step<String> next = call("next", (state, call) -> {
            call.signals().forEach(signal -> seen.add(signal.id()));
            return seen.isEmpty()
                    ? new CallResult.Waiting<>(state, Duration.ofDays(1))
                    : new CallResult.Done<>(then(state, "next"));
        });
        Workflow<String> longer =
                workflow(workflow.steps().get(0), workflow.steps().get(1), next);
        Node one = fixture.node(longer);
        Node other = fixture.node(longer);
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(other.engine().runDue(10)).isOne();
            return new CallResult.Rejected<>("late", "no funds");
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        Run<String> run = one.engine().run(longer, "w1", "");
        assertThat(run.step()).isEqualTo("next");
        assertThat(run.due()).contains(fixture.clock.instant());
        assertThat(one.engine().runDue(10)).isOne();
        assertThat(seen).containsExactly("outcome/pay/1");
        assertThat(other.engine().find(longer, "w1").orElseThrow().state()).isEqualTo("paid next");
        assertThat(fixture.signals("w1")).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierTryIsNotTakenForOneToTheNext() {
        answers.add(() -> {
            fixture.clock.advance(LEASE);
            assertThat(second.engine().runDue(10)).isOne();
            return new CallResult.Done<>("late");
        });
        answers.add(() -> new CallResult.TryAnew<>("declined", "card declined"));
        answers.add(() -> new CallResult.Waiting<>("asked", Duration.ofDays(1)));
        Run<String> run = first.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("asked");
        assertThat(run.due()).contains(fixture.clock.instant());
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1", "w1/pay/2");
        assertThat(fixture.signals("w1"))
                .singleElement()
                .satisfies(row -> assertThat(row.key().values()).containsExactly("w1", "outcome/pay/1"));
    }

    @Test
    void twoDriversOfALocalStepWriteOnce() {
        Step<String> waits = LocalStep.of(
                "waits",
                (state, context) -> state.isEmpty()
                        ? Transition.await(Duration.ofMinutes(1), "waited")
                        : Transition.next(then(state, "on")).write(Fixture.count("waits")));
        Workflow<String> rests = workflow(waits);
        Node one = fixture.node(rests);
        Node other = fixture.node(rests);
        one.engine().run(rests, "w1", "");
        fixture.clock.advance(Duration.ofMinutes(1));
        one.storage().next(StorageFault.before(() -> other.engine().runDue(10)));
        assertThat(one.engine().drive(rests, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(fixture.counted("waits")).isOne();
    }

    @Test
    void aTakeOverThatLosesTheRaceDoesNotCall() {
        answers.add(() -> {
            throw new Crash();
        });
        answers.add(() -> new CallResult.Waiting<>("asked", Duration.ofMinutes(1)));
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> first.engine().run(workflow, "w1", ""));
        fixture.clock.advance(LEASE);
        first.storage().next(StorageFault.before(() -> second.engine().runDue(10)));
        assertThat(first.engine().drive(workflow, "w1").orElseThrow().state()).isEqualTo("asked");
        assertThat(world.asked).hasSize(2);
        assertThat(fixture.row("w1").get(Progress.ATTEMPT)).isOne();
    }
}
