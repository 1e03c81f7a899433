package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final Fixture fixture = new Fixture();
    private final World world = new World();
    private final Deque<Supplier<CallResult<String>>> answers = new ArrayDeque<>();
    private final List<Long> attempts = new ArrayList<>();

    @Test
    void anUnknownAnswerIsAskedForAgainUnderTheSameKey() {
        Workflow<String> workflow = workflow(local("one"), pay(), local("after"));
        answers.add(() -> new CallResult.Unknown<>("timed out"));
        answers.add(() -> {
            throw new IllegalStateException("the buyer's name");
        });
        answers.add(() -> new CallResult.Done<>("paid"));
        Node node = fixture.node(workflow);
        Run<String> first = node.engine().run(workflow, "w1", "");
        assertThat(first.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(first.reason()).contains("timed out");
        assertThat(first.due()).contains(fixture.clock.instant().plusMillis(200));
        assertThat(node.engine().runDue(10)).isZero();
        fixture.clock.advance(Duration.ofMillis(200));
        assertThat(node.engine().runDue(10)).isOne();
        Run<String> second = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(second.reason()).contains("java.lang.IllegalStateException");
        assertThat(second.due()).contains(fixture.clock.instant().plusMillis(400));
        fixture.clock.advance(Duration.ofMillis(400));
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().state()).isEqualTo("paid after");
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1", "w1/pay/1");
        assertThat(attempts).containsExactly(0L, 1L, 2L);
        assertThat(fixture.counted("after")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"502\u0000Bad Gateway", "\ud83d", "\ud83d\ude00"})
    void ofAnyReasonIsKeptWhatEveryStorageKeeps(String end) {
        Workflow<String> workflow = workflow(pay());
        String reason = "x".repeat(199) + end;
        answers.add(() -> new CallResult.Unknown<>(reason));
        answers.add(() -> new CallResult.Stuck<>(end));
        Node node = fixture.node(workflow);
        Run<String> unknown = node.engine().run(workflow, "w1", "");
        fixture.clock.advance(Duration.ofMillis(200));
        Run<String> parked = node.engine().drive(workflow, "w1").orElseThrow();
        assertThat(parked.status()).isEqualTo(WorkflowStatus.PARKED);
        for (Run<String> run : List.of(unknown, parked)) {
            String kept = run.reason().orElseThrow();
            assertThat(kept).hasSizeLessThanOrEqualTo(200).doesNotContain("\u0000");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(kept)).isTrue();
        }
    }

    @Test
    void theKeyChangesOnlyAfterADefiniteRefusalThatIsCommittedBefore() {
        Workflow<String> workflow = workflow(local("one"), pay(), local("after"));
        answers.add(() -> new CallResult.TryAnew<>("refused", "card declined"));
        answers.add(() -> {
            assertThat(fixture.row("w1").get(Progress.TRY)).isEqualTo(2);
            assertThat(fixture.row("w1").get(Progress.STATE)).isEqualTo("\"refused\"");
            return new CallResult.Done<>("paid");
        });
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/2");
        assertThat(node.storage().commits()).isEqualTo(3);
    }

    @Test
    void aWaitingCallIsMadeAgainWhenItsTimeIsOver() {
        Workflow<String> workflow = workflow(pay());
        answers.add(() -> new CallResult.Waiting<>("asked the bank", MINUTE));
        answers.add(() -> new CallResult.Done<>("paid"));
        Node node = fixture.node(workflow);
        Run<String> waiting = node.engine().run(workflow, "w1", "");
        assertThat(waiting.state()).isEqualTo("asked the bank");
        assertThat(waiting.due()).contains(fixture.clock.instant().plus(MINUTE));
        assertThat(node.engine().drive(workflow, "w1")).contains(waiting);
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().drive(workflow, "w1").orElseThrow().state()).isEqualTo("paid");
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1");
    }

    @Test
    void aRefusedCallIsShownToAnOperatorAndMadeUnderTheNextKeyWhenItIsToldTo() {
        Workflow<String> workflow = workflow(pay(), local("after"));
        answers.add(() -> new CallResult.Refused<>("refused", "no money"));
        answers.add(() -> new CallResult.Done<>("paid"));
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(run.state()).isEqualTo("refused");
        assertThat(run.reason()).contains("no money");
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(node.engine().runDue(10)).isZero();
        assertThat(node.engine().resume("w1")).isTrue();
        assertThat(node.engine().drive(workflow, "w1").orElseThrow().state()).isEqualTo("paid after");
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/2");
    }

    @Test
    void aStuckCallIsShownToAnOperatorAndGoesOnWhenItIsToldTo() {
        Workflow<String> workflow = workflow(pay(), local("after"));
        answers.add(() -> new CallResult.Stuck<>("neither sent nor found"));
        answers.add(() -> new CallResult.Done<>("found"));
        Node node = fixture.node(workflow);
        assertThat(node.engine().run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.PARKED);
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(node.engine().runDue(10)).isZero();
        assertThat(node.engine().drive(workflow, "w1").orElseThrow().status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(node.engine().interventions().parked(10)).singleElement().satisfies(parked -> {
            assertThat(parked.id()).isEqualTo("w1");
            assertThat(parked.workflow()).isEqualTo("trip");
            assertThat(parked.step()).isEqualTo("pay");
            assertThat(parked.request()).contains(IdempotencyKey.of("w1/pay/1"));
            assertThat(parked.error()).contains("neither sent nor found");
            assertThat(parked.since()).isEqualTo(fixture.row("w1").get(Progress.CHANGED));
        });
        assertThat(node.engine().resume("w1")).isTrue();
        assertThat(node.engine().resume("w1")).isFalse();
        assertThat(node.engine().interventions().parked(10)).isEmpty();
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().state()).isEqualTo("found after");
        assertThat(world.asked).containsExactly("w1/pay/1", "w1/pay/1");
    }

    @Test
    void aLocalStepThatFailsAfterACallLosesNoAnswer() {
        List<String> broken = new ArrayList<>(List.of("broken"));
        Step<String> fails = LocalStep.of("fails", (state, context) -> {
            if (!broken.isEmpty()) {
                broken.clear();
                throw new IllegalArgumentException("the buyer's name");
            }
            return Transition.next(then(state, "works"));
        });
        Workflow<String> workflow = workflow(call("pay", world), fails);
        Node node = fixture.node(workflow);
        assertThatThrownBy(() -> node.engine().run(workflow, "w1", "")).hasMessage("the buyer's name");
        Run<String> stands = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(stands.step()).isEqualTo("pay");
        assertThat(stands.reason()).contains("java.lang.IllegalArgumentException");
        fixture.clock.advance(Duration.ofMillis(200));
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().find(workflow, "w1").orElseThrow().state()).isEqualTo("pay works");
        assertThat(world.effects).containsExactly("w1/pay/1");
    }

    @Test
    void aLocalStepMayWaitAndParkToo() {
        List<String> seen = new ArrayList<>();
        Step<String> rests = LocalStep.of("rests", state -> List.of(counter("ready")), (state, context) -> {
            seen.add(state);
            return context.row(counter("ready")).isPresent()
                    ? Transition.park("look at it", then(state, "parked"))
                    : Transition.await(MINUTE, then(state, "again")).write(count("rests"));
        });
        Workflow<String> workflow = workflow(local("one"), rests);
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(node.engine().runDue(10)).isZero();
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(10)).isOne();
        fixture.write(count("ready"));
        fixture.clock.advance(MINUTE);
        assertThat(node.engine().runDue(10)).isOne();
        assertThat(node.engine().interventions().parked(10))
                .extracting(Standing::error)
                .containsExactly(Optional.of("look at it"));
        assertThat(seen).containsExactly("one", "one again", "one again again");
        assertThat(fixture.counted("one")).isOne();
        assertThat(fixture.counted("rests")).isEqualTo(2);
    }

    private CallStep<String> pay() {
        return call("pay", (state, call) -> answer(call));
    }

    private CallResult<String> answer(Call call) {
        world.effect(call.key().value());
        attempts.add(call.attempt());
        return answers.remove().get();
    }
}
