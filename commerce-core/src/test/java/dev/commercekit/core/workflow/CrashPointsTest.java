package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.then;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.CrashPoints.Point;
import dev.commercekit.core.workflow.CrashPoints.When;
import dev.commercekit.core.workflow.Fixture.Crash;
import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.core.workflow.Fixture.World;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends processes at every point of a workflow of two calls, and at every point of the recovery from that. */
class CrashPointsTest {

    /** How the second call goes. */
    enum Story {
        PAID(WorkflowStatus.FINISHED, "one hold two pay end", "hold/1 pay/1", "one two end"),
        DECLINED(
                WorkflowStatus.UNDONE,
                "one hold two declined unTwo release unOne",
                "hold/1 pay/1 release/1",
                "one two unTwo unOne"),
        PAID_ANEW(WorkflowStatus.FINISHED, "one hold two anew pay end", "hold/1 pay/1 pay/2", "one two end"),
        REGRETTED(
                WorkflowStatus.UNDONE,
                "one hold two pay regret refund unTwo release unOne",
                "hold/1 pay/1 refund/1 release/1",
                "one two unTwo unOne");

        private final WorkflowStatus status;
        private final String state;
        private final String effects;
        private final String writes;

        Story(WorkflowStatus status, String state, String effects, String writes) {
            this.status = status;
            this.state = state;
            this.effects = effects;
            this.writes = writes;
        }

        List<String> effects() {
            return Stream.of(effects.split(" ")).map(key -> "w1/" + key).toList();
        }

        boolean writes(String step) {
            return List.of(writes.split(" ")).contains(step);
        }
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void everyEndOfAProcessAndEveryPairOfThemIsSurvived(Story story) {
        Attempt undisturbed = new Attempt(story);
        assertThat(undisturbed.live(null)).isFalse();
        undisturbed.check("undisturbed");
        int points = undisturbed.crashes.count();
        assertThat(points).isEqualTo(2 * story.effects().size() + 1);
        int pairs = 0;
        for (int first = 1; first <= points; first++) {
            for (When when : When.values()) {
                Point one = new Point(first, when);
                Attempt single = new Attempt(story);
                assertThat(single.live(one)).isEqualTo(first < points || when != When.AFTER);
                assertThat(single.recover(null)).isFalse();
                single.check(one.toString());
                int more = single.crashes.count();
                for (int second = 1; second <= more; second++) {
                    for (When again : When.values()) {
                        Point other = new Point(second, again);
                        Attempt pair = new Attempt(story);
                        pair.live(one);
                        pair.recover(other);
                        pair.recover(null);
                        pair.check(one + " then " + other);
                        pairs++;
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(3 * points);
    }

    /** One storage, one outside world, and one process after the other. */
    private static final class Attempt {

        private final Fixture fixture = new Fixture();
        private final World world = new World();
        private final CrashPoints crashes = new CrashPoints();
        private final Story story;
        private final Workflow<String> workflow;

        Attempt(Story story) {
            this.story = story;
            this.workflow = workflow(
                    local("one").undoneBy(local("unOne")),
                    call("hold").undoneBy(call("release")),
                    local("two").undoneBy(local("unTwo")),
                    Fixture.call("pay", (state, call) -> pay(state, call.key().value()))
                            .undoneBy(call("refund")),
                    LocalStep.of(
                            "end",
                            (state, context) -> story == Story.REGRETTED
                                    ? Transition.undo(then(state, "regret"))
                                    : Transition.next(then(state, "end")).write(Fixture.count("end"))));
        }

        /** Returns whether the process ended before the workflow did. */
        boolean live(@Nullable Point point) {
            Node node = process(point);
            return crashed(() -> node.engine().run(workflow, "w1", ""));
        }

        /** Lets another process do what a host does: send the command again, and look for what is due. */
        boolean recover(@Nullable Point point) {
            fixture.clock.advance(Fixture.LEASE);
            Node node = process(point);
            return crashed(() -> {
                node.engine().run(workflow, "w1", "");
                for (int i = 0; i < 10; i++) {
                    node.engine().runDue(10);
                    fixture.clock.advance(Fixture.LEASE);
                }
            });
        }

        void check(String where) {
            Run<String> run =
                    fixture.node(workflow).engine().find(workflow, "w1").orElseThrow();
            assertThat(run.status()).as(where).isEqualTo(story.status);
            assertThat(run.state()).as(where).isEqualTo(story.state);
            assertThat(run.due()).as(where).isEmpty();
            assertThat(world.effects).as(where).isEqualTo(story.effects());
            for (String name : List.of("one", "two", "end", "unOne", "unTwo")) {
                assertThat(fixture.counted(name)).as("%s of %s", name, where).isEqualTo(story.writes(name) ? 1 : 0);
            }
            assertThat(fixture.signals("w1")).as(where).isEmpty();
        }

        private Node process(@Nullable Point point) {
            Node node = fixture.node(workflow);
            crashes.start(point);
            node.storage().otherwise(crashes.commits());
            return node;
        }

        private CallStep<String> call(String name) {
            return Fixture.call(name, (state, call) -> {
                crashes.effect(() -> world.effect(call.key().value()));
                return new CallResult.Done<>(then(state, name));
            });
        }

        private CallResult<String> pay(String state, String key) {
            crashes.effect(() -> world.effect(key));
            if (story == Story.DECLINED) {
                return new CallResult.Rejected<>(then(state, "declined"), "no funds");
            }
            return story == Story.PAID_ANEW && key.endsWith("1")
                    ? new CallResult.TryAnew<>(then(state, "anew"), "card declined")
                    : new CallResult.Done<>(then(state, "pay"));
        }

        private static boolean crashed(Runnable process) {
            try {
                process.run();
                return false;
            } catch (Crash crash) {
                return true;
            }
        }
    }
}
