package dev.commercekit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private static final StateCodec<String> PLAIN = new StateCodec<>() {
        @Override
        public String encode(String state) {
            return state;
        }

        @Override
        public String decode(String document) {
            return document;
        }
    };

    private static final Step<String> PLACE = LocalStep.of("place", (state, context) -> Transition.next(state));
    private static final CallStep<String> PAY =
            CallStep.of("pay", Duration.ofSeconds(1), (state, call) -> new CallResult.Done<>(state));

    @Test
    void stepsStandInTheirOrder() {
        Workflow<String> workflow =
                Workflow.named("checkout", 1, PLAIN).step(PLACE).step(PAY).build();
        assertThat(workflow.steps()).extracting(Step::name).containsExactly("place", "pay");
        assertThat(workflow.step("pay")).contains(PAY);
        assertThat(workflow.step("ship")).isEmpty();
    }

    @Test
    void namesAreUniqueUndosIncluded() {
        var builder = Workflow.named("checkout", 1, PLAIN).step(PLACE);
        assertThatThrownBy(() -> Workflow.named("checkout", 1, PLAIN).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.step(PAY.undoneBy(PLACE)).build()).hasMessageContaining("repeat place");
    }

    @Test
    void anUndoHasNone() {
        CallStep<String> undo =
                CallStep.<String>of("void", Duration.ofSeconds(1), PAY.body()).undoneBy(PLACE);
        assertThatThrownBy(() -> Workflow.named("checkout", 1, PLAIN)
                        .step(PAY.undoneBy(undo))
                        .build())
                .hasMessageStartingWith("undo: ");
    }

    @Test
    void oldStatesAreUpgradedOneVersionAfterTheOther() {
        Workflow<String> workflow = Workflow.named("checkout", 3, PLAIN)
                .upgradeFrom(1, document -> document + ">2")
                .upgradeFrom(2, document -> document + ">3")
                .step(PLACE)
                .build();
        assertThat(workflow.decode("1", 1)).isEqualTo("1>2>3");
        assertThat(workflow.decode("2", 2)).isEqualTo("2>3");
        assertThat(workflow.decode("3", 3)).isEqualTo("3");
    }

    @Test
    void aVersionThatNobodyUpgradesIsNotRead() {
        Workflow<String> workflow = Workflow.named("checkout", 3, PLAIN)
                .upgradeFrom(2, document -> document)
                .step(PLACE)
                .build();
        assertThat(workflow.reads(3)).isTrue();
        assertThat(workflow.reads(2)).isTrue();
        assertThat(workflow.reads(1)).isFalse();
        assertThat(workflow.reads(4)).isFalse();
        assertThatThrownBy(() -> workflow.decode("1", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Workflow.named("checkout", 3, PLAIN).upgradeFrom(3, document -> document))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aCallTakesTime() {
        assertThatThrownBy(() -> CallStep.of("pay", Duration.ZERO, PAY.body()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PAY.sentWithin(Duration.ofNanos(1))).isInstanceOf(InvalidInputException.class);
        assertThat(PAY.sendWindow()).isEqualTo(CallStep.ALWAYS);
    }

    @Test
    void aTransitionKeepsWhatIsNotChanged() {
        Transition<String> transition = Transition.jump("pay", "state");
        assertThat(transition.next()).isEqualTo(new Transition.Next.Jump("pay"));
        assertThat(transition
                        .orElse(transition.writes(), transition.writes(), "end")
                        .fallbacks())
                .containsExactly(new Transition.Fallback<>(transition.writes(), transition.writes(), "end"));
        assertThat(transition.write()).isEqualTo(transition);
    }
}
