package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.TIMEOUT;
import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.count;
import static dev.commercekit.core.workflow.Fixture.counter;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Step;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call is told: whether its key may be sent, and rows as they stand. */
class CallViewTest {

    private final Fixture fixture = new Fixture();
    private final World world = new World();

    @Test
    void pastTheSendWindowACallIsOnlyLookedUp() {
        List<Boolean> sendable = new ArrayList<>();
        CallStep<String> pay = call("pay", (state, call) -> {
                    sendable.add(call.mayBeSent());
                    fixture.clock.advance(Duration.ofSeconds(5));
                    sendable.add(call.mayBeSent());
                    return new CallResult.Unknown<>("no reply");
                })
                .sentWithin(Duration.ofSeconds(8));
        Workflow<String> workflow = workflow(local("one"), pay);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.node(workflow).engine().drive(workflow, "w1");
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.node(workflow).engine().drive(workflow, "w1");
        assertThat(sendable).containsExactly(true, true, true, false, false, false);
    }

    @Test
    void aNewKeyHasASendWindowOfItsOwn() {
        List<Boolean> sendable = new ArrayList<>();
        CallStep<String> pay = call("pay", (state, call) -> {
                    sendable.add(call.mayBeSent());
                    fixture.clock.advance(Duration.ofSeconds(9));
                    return sendable.size() == 1
                            ? new CallResult.TryAnew<>(state, "refused")
                            : new CallResult.Done<>(state);
                })
                .sentWithin(Duration.ofSeconds(8));
        Workflow<String> workflow = workflow(local("one"), pay);
        fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(sendable).containsExactly(true, true);
    }

    @Test
    void aCallToWhichTheWorkflowComesBackKeepsItsKeyAndItsSendWindow() {
        List<Boolean> sendable = new ArrayList<>();
        CallStep<String> first = call("first", (state, call) -> {
                    world.effect(call.key().value());
                    sendable.add(call.mayBeSent());
                    return sendable.size() == 1
                            ? new CallResult.TryAnew<>(state, "refused")
                            : new CallResult.Done<>(then(state, "first"));
                })
                .sentWithin(Duration.ofSeconds(8));
        Step<String> second = call("second", (state, call) -> {
            world.effect(call.key().value());
            fixture.clock.advance(Duration.ofSeconds(9));
            return new CallResult.Done<>(then(state, "second"));
        });
        Step<String> back = LocalStep.of(
                "back",
                (state, context) -> state.equals("first second")
                        ? Transition.jump("first", state)
                        : Transition.next(then(state, "end")));
        Workflow<String> workflow = workflow(first, second, back);
        Run<String> run = fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("first second first second end");
        assertThat(world.asked).containsExactly("w1/first/1", "w1/first/2", "w1/second/1", "w1/first/2", "w1/second/1");
        assertThat(sendable).containsExactly(true, true, false);
    }

    @Test
    void aCallSeesTheRowsThatItDeclaredAsTheyAreWhenItLooks() {
        CallStep<String> pay = CallStep.<String>of("pay", TIMEOUT, (state, call) -> {
                    assertThat(call.row(counter("order")).orElseThrow().get(Fixture.TIMES))
                            .isEqualTo(1);
                    assertThat(call.row(counter("none"))).isEmpty();
                    return new CallResult.Done<>(state);
                })
                .reading(state -> List.of(counter("order"), counter("none")));
        Step<String> order =
                LocalStep.of("order", (state, context) -> Transition.next(state).write(count("order")));
        Workflow<String> workflow = workflow(order, pay);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        assertThat(node.reads().count()).isEqualTo(2);
    }

    @Test
    void aCallThatLooksAtNoRowReadsNone() {
        CallStep<String> pay = CallStep.<String>of("pay", TIMEOUT, (state, call) -> new CallResult.Done<>(state))
                .reading(state -> List.of(counter("order")));
        Workflow<String> workflow = workflow(pay);
        Node node = fixture.node(workflow);
        node.engine().run(workflow, "w1", "");
        assertThat(node.reads().count()).isZero();
    }

    @Test
    void aCallSeesNoRowThatOthersChangedWhoDroveItsWorkflowMeanwhile() {
        Node other = fixture.node();
        List<String> seen = new ArrayList<>();
        CallStep<String> pay = CallStep.<String>of("pay", TIMEOUT, (state, call) -> {
                    seen.add("looks");
                    if (seen.size() == 1) {
                        other.engine().signal("w1", new Signal("s1", "s1", "{}"));
                    }
                    call.row(counter("order"));
                    seen.add("sees");
                    return new CallResult.Done<>(then(state, "paid"));
                })
                .reading(state -> List.of(counter("order")));
        Workflow<String> workflow = workflow(pay);
        Run<String> run = fixture.node(workflow).engine().run(workflow, "w1", "");
        assertThat(run.state()).isEqualTo("paid");
        assertThat(seen).containsExactly("looks", "looks", "sees");
    }
}
