package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.InvalidInputException;
import dev.commercekit.core.workflow.progress.DoneSteps;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.UnreadableWorkflowException;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private final Fixture fixture = new Fixture();
    private final Step<String> asks = call(
            "pay",
            (state, call) -> state.startsWith("v")
                    ? new CallResult.Done<>(then(state, "paid"))
                    : new CallResult.Waiting<>(state, Duration.ofMinutes(1)));
    private final Workflow<String> old = workflow(local("one"), asks);

    @Test
    void oldStateIsUpgradedWhenItIsRead() {
        fixture.node(old).engine().run(old, "w1", "");
        Workflow<String> later = Workflow.named("trip", 3, Fixture.CODEC)
                .step(local("one"))
                .step(asks)
                .upgradeFrom(1, document -> document.replace("\"one", "\"two"))
                .upgradeFrom(2, document -> document.replace("\"two", "\"v3"))
                .build();
        WorkflowEngine engine = fixture.node(later).engine();
        engine.verifyOpenVersions();
        assertThat(engine.find(later, "w1").orElseThrow().state()).isEqualTo("v3");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(engine.runDue(10)).isOne();
        assertThat(engine.find(later, "w1").orElseThrow().state()).isEqualTo("v3 paid");
        assertThat(fixture.row("w1").get(Progress.STATE_VERSION)).isEqualTo(3);
    }

    @Test
    void anOpenInstanceOfAVersionThatCannotBeReadStopsTheStart() {
        fixture.node(old).engine().run(old, "w1", "");
        Workflow<String> later = workflow(2, local("one"), asks);
        WorkflowEngine engine = fixture.node(later).engine();
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(engine::verifyOpenVersions)
                .satisfies(unreadable -> {
                    assertThat(unreadable.workflow()).isEqualTo("trip");
                    assertThat(unreadable.version()).isOne();
                });
        assertThatExceptionOfType(UnreadableWorkflowException.class).isThrownBy(() -> engine.find(later, "w1"));
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(engine.runDue(10)).isZero();
    }

    @Test
    void aNewerVersionIsUnreadableToo() {
        Workflow<String> newer = workflow(2, local("one"), asks);
        fixture.node(newer).engine().run(newer, "w1", "");
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(() -> fixture.node(old).engine().verifyOpenVersions());
    }

    @Test
    void anOpenInstanceOfAnUnknownWorkflowOrStepStopsTheStart() {
        fixture.node(old).engine().run(old, "w1", "");
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(() -> fixture.node().engine().verifyOpenVersions())
                .withMessageContaining("not registered");
        Workflow<String> shorter = workflow(local("one"));
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(() -> fixture.node(shorter).engine().verifyOpenVersions())
                .withMessageContaining("no step pay");
        fixture.clock.advance(Duration.ofHours(1));
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(() -> fixture.node(shorter).engine().drive(shorter, "w1"));
    }

    @Test
    void aParkedInstanceIsOpenAndAnEndedOneIsNot() {
        Workflow<String> parks = workflow(call("pay", (state, call) -> new CallResult.Stuck<>("lost")));
        fixture.node(parks).engine().run(parks, "w1", "");
        assertThatExceptionOfType(UnreadableWorkflowException.class)
                .isThrownBy(() -> fixture.node().engine().verifyOpenVersions());
        Fixture other = new Fixture();
        Workflow<String> ends = workflow(call("pay", (state, call) -> new CallResult.Done<>("paid")));
        assertThat(other.node(ends).engine().run(ends, "w1", "").status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThatCode(() -> other.node().engine().verifyOpenVersions()).doesNotThrowAnyException();
    }

    @Test
    void anIdBelongsToOneWorkflow() {
        fixture.node(old).engine().run(old, "w1", "");
        Workflow<String> other =
                Workflow.named("other", 1, Fixture.CODEC).step(asks).build();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fixture.node(other).engine().run(other, "w1", ""))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("workflowId"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fixture.node(old).engine().find(other, "w1"));
    }

    @Test
    void theListOfDoneStepsIsReadAsItWasWritten() {
        Instant until = Instant.parse("2026-01-31T12:00:00.123456Z");
        DoneSteps steps =
                DoneSteps.NONE.withLocal("a b").withCall("c", 2, until).withCall("d", 1, null);
        assertThat(DoneSteps.parse(steps.text())).isEqualTo(steps);
        assertThat(DoneSteps.parse(DoneSteps.NONE.text())).isEqualTo(DoneSteps.NONE);
        assertThat(steps.withLocal("a b").last()).isEqualTo("a b");
        assertThat(steps.withLocal("a b").withoutLast().last()).isEqualTo("d");
    }
}
