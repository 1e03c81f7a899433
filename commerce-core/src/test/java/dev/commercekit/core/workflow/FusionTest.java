package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.Write;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowConflictException;
import dev.commercekit.workflow.WorkflowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {

    private final Fixture fixture = new Fixture();
    private final World world = new World();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7})
    void dependentCallsCostOneCommitEachAndOneMore(int calls) {
        Workflow.Builder<String> builder =
                Workflow.named("trip", 1, Fixture.CODEC).step(local("one")).step(local("two"));
        for (int i = 1; i <= calls; i++) {
            builder.step(call("call" + i, world)).step(local("after" + i)).step(local("then" + i));
        }
        Workflow<String> workflow = builder.build();
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(node.storage().commits()).isEqualTo(calls + 1);
        assertThat(node.storage().calls()).isEqualTo(calls + 1);
        assertThat(node.reads().count()).isZero();
        assertThat(world.effects).hasSize(calls);
        assertThat(fixture.counted("one")).isOne();
        assertThat(run.stored()).isEqualTo(calls > 0);
    }

    @Test
    void aWorkflowWithoutACallLeavesNoRow() {
        Workflow<String> workflow = workflow(local("one"), local("two"));
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("one two");
        assertThat(run.stored()).isFalse();
        assertThat(node.engine().find(workflow, "w1")).isEmpty();
    }

    @Test
    void declaredRowsAreReadInOneRequestAndOnce() {
        fixture.write(count("stock"), count("price"));
        LocalStep<String> reads = LocalStep.of(
                "reads", state -> List.of(counter("stock"), counter("price"), counter("none")), (state, context) -> {
                    assertThat(context.row(counter("price"))).isPresent();
                    assertThat(context.row(counter("none"))).isEmpty();
                    assertThat(context.workflowId()).isEqualTo("w1");
                    assertThat(context.now()).isEqualTo(fixture.clock.instant());
                    return Transition.next(state)
                            .write(Write.require(context.row(counter("stock")).orElseThrow()));
                });
        LocalStep<String> again = LocalStep.of("again", state -> List.of(counter("stock")), (state, context) -> {
            assertThat(context.row(counter("stock"))).isPresent();
            return Transition.next(state);
        });
        Workflow<String> workflow = workflow(reads, again, call("pay", world), local("after"));
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        assertThat(node.reads().count()).isOne();
        assertThat(node.storage().commits()).isEqualTo(2);
    }

    @Test
    void aRefusedFirstCommitRunsTheStepsAgainFromCommittedRows() {
        fixture.write(count("stock"));
        Workflow<String> workflow = workflow(takesOne(), call("pay", world));
        Node node = fixture.node(workflow);
        node.storage().next(StorageFault.before(() -> fixture.write(count("stock"))));
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("2 pay");
        assertThat(world.effects).hasSize(1);
        assertThat(fixture.counted("stock")).isEqualTo(3);
    }

    @Test
    void aRefusedCommitAfterACallRunsTheStepsAgainAndNotTheCall() {
        fixture.write(count("stock"));
        Workflow<String> workflow = workflow(local("one"), call("pay", world), takesOne());
        Node node = fixture.node(workflow);
        node.storage().next(StorageFault.none(), StorageFault.before(() -> fixture.write(count("stock"))));
        assertThat(node.engine().run(workflow, "w1", "").status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(world.asked).hasSize(1);
        assertThat(fixture.counted("stock")).isEqualTo(3);
    }

    @Test
    void endlessConflictsAreReportedAndLeaveNothingHalfDone() {
        fixture.write(count("stock"));
        Workflow<String> workflow = workflow(local("one"), takesOne(), call("pay", world));
        Node node = fixture.node(workflow);
        node.storage().otherwise(StorageFault.before(() -> fixture.write(count("stock"))));
        assertThatExceptionOfType(WorkflowConflictException.class)
                .isThrownBy(() -> node.engine().run(workflow, "w1", ""))
                .satisfies(conflict -> assertThat(conflict.retryable()).isTrue());
        assertThat(node.storage().calls()).isEqualTo(WorkflowOptions.DEFAULT.tries());
        assertThat(fixture.counted("one")).isZero();
        assertThat(world.asked).isEmpty();
        assertThat(node.engine().find(workflow, "w1")).isEmpty();
    }

    @Test
    void everyTryIsAWriteSetOfItsOwn() {
        fixture.write(count("stock"));
        Workflow<String> workflow = workflow(takesOne(), call("pay", world));
        Node node = fixture.node(workflow);
        List<String> ids = new ArrayList<>();
        node.storage().otherwise((sets, storage) -> {
            sets.forEach(set -> ids.add(set.id().value()));
            if (ids.size() == 1) {
                fixture.write(count("stock"));
            }
            return storage.commitAll(sets);
        });
        node.engine().run(workflow, "w1", "");
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aLostReplyChangesNothing() {
        Workflow<String> workflow = workflow(local("one"), call("pay", world), local("after"));
        Node node = fixture.node(workflow);
        node.storage().next(StorageFault.lostReply(), StorageFault.none(), StorageFault.lostReply());
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(run.state()).isEqualTo("one pay after");
        assertThat(fixture.counted("one")).isOne();
        assertThat(fixture.counted("after")).isOne();
        assertThat(world.asked).hasSize(1);
    }

    @Test
    void aFallbackEndsAWorkflowThatHadNotBegunWithoutATrace() {
        fixture.write(count("key"));
        Workflow<String> workflow = workflow(local("one"), claims(), call("pay", world));
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(run.state()).isEqualTo("taken");
        assertThat(run.stored()).isFalse();
        assertThat(fixture.counted("one")).isZero();
        assertThat(fixture.counted("instead")).isOne();
        assertThat(world.asked).isEmpty();
        assertThat(node.engine().find(workflow, "w1")).isEmpty();
        assertThat(node.storage().commits()).isOne();
    }

    @Test
    void aFallbackEndsAWorkflowThatHadBegunWithItsRow() {
        fixture.write(count("key"));
        Workflow<String> workflow = workflow(call("pay", world), local("one"), claims(), local("never"));
        Node node = fixture.node(workflow);
        Run<String> run = node.engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("taken");
        Run<String> stored = node.engine().find(workflow, "w1").orElseThrow();
        assertThat(stored).isEqualTo(run);
        assertThat(stored.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(stored.due()).isEmpty();
        assertThat(fixture.counted("one")).isZero();
        assertThat(fixture.counted("instead")).isOne();
    }

    @Test
    void aFallbackDoesNotAnswerOtherRefusals() {
        fixture.write(count("key"), count("stock"));
        Workflow<String> workflow = workflow(claims(), takesOne(), call("pay", world));
        Node node = fixture.node(workflow);
        node.storage().next(StorageFault.before(() -> fixture.write(count("stock"))));
        assertThat(node.engine().run(workflow, "w1", "").state()).isEqualTo("taken");
        assertThat(node.storage().calls()).isEqualTo(2);
    }

    @Test
    void jumpsAndEndsGoWhereTheySay() {
        Step<String> start = LocalStep.of("start", (state, context) -> Transition.jump("last", then(state, "start")));
        Step<String> last = LocalStep.of("last", (state, context) -> Transition.end(then(state, "last")));
        Workflow<String> workflow = workflow(start, local("skipped"), last, local("never"));
        Run<String> run = fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("start last");
        assertThat(run.step()).isEqualTo("last");
    }

    @Test
    void stepsThatJumpForEverAreAMistake() {
        Step<String> round = LocalStep.of("round", (state, context) -> Transition.jump("round", state));
        Workflow<String> workflow = workflow(round);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> fixture.node(workflow).engine().run(workflow, "w1", ""))
                .withMessageContaining("round");
    }

    @Test
    void aSecondRunOfTheSameIdJoinsTheFirst() {
        Workflow<String> workflow = workflow(local("one"), call("pay", (state, call) -> {
            world.effect(call.key().value());
            return new CallResult.Unknown<>("no reply");
        }));
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "first");
        Run<String> second = fixture.node(workflow).engine().run(workflow, "w1", "second");
        assertThat(second.state()).isEqualTo("first one");
        assertThat(fixture.counted("one")).isOne();
        assertThat(world.asked).hasSize(1);
    }

    @Test
    void theRowTellsWhereTheWorkflowStands() {
        Workflow<String> workflow = workflow(local("one"), call("pay", (state, call) -> {
            assertThat(fixture.row("w1").find(Progress.DUE))
                    .isEqualTo(Optional.of(fixture.clock.instant().plus(Fixture.LEASE)));
            assertThat(fixture.row("w1").get(Progress.STEP)).isEqualTo("pay");
            assertThat(fixture.row("w1").version()).isOne();
            return new CallResult.Done<>(state);
        }));
        fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(fixture.row("w1").get(Progress.STATUS)).isEqualTo("FINISHED");
        assertThat(fixture.row("w1").find(Progress.DUE)).isEmpty();
        assertThat(fixture.row("w1").version()).isEqualTo(2);
    }

    private static Step<String> takesOne() {
        return LocalStep.of("takes", state -> List.of(counter("stock")), (state, context) -> {
            var row = context.row(counter("stock")).orElseThrow();
            long next = row.get(Fixture.TIMES) + 1;
            return Transition.next(state.isEmpty() ? Long.toString(next - 1) : state)
                    .write(Write.update(row, values -> values.set(Fixture.TIMES, next)));
        });
    }

    private static Step<String> claims() {
        Write claim = Write.insert(counter("key"), values -> values.set(Fixture.TIMES, 1L));
        return LocalStep.of(
                "claims",
                (state, context) -> Transition.next(state)
                        .write(count("beside"), claim)
                        .orElse(List.of(claim), List.of(count("instead")), "taken"));
    }
}
