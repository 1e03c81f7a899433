package dev.commercekit.core.workflow;

import static dev.commercekit.core.workflow.Fixture.LEASE;
import static dev.commercekit.core.workflow.Fixture.call;
import static dev.commercekit.core.workflow.Fixture.local;
import static dev.commercekit.core.workflow.Fixture.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.workflow.Fixture.Node;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RacingDriversTest {

    private final Fixture fixture = new Fixture();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void anAnswerIsAppliedWhileAnotherDriverIsStillCalling() throws Exception {
        List<CountDownLatch> begun = List.of(new CountDownLatch(1), new CountDownLatch(1));
        List<CountDownLatch> released = List.of(new CountDownLatch(1), new CountDownLatch(1));
        AtomicInteger calls = new AtomicInteger();
        Queue<String> keys = new ConcurrentLinkedQueue<>();
        Workflow<String> workflow = workflow(
                local("one"),
                call("pay", (state, call) -> {
                    int number = calls.getAndIncrement();
                    keys.add(call.key().value());
                    begun.get(number).countDown();
                    await(released.get(number));
                    return new CallResult.Done<>("paid by " + number);
                }),
                local("after"));
        Node slow = fixture.node(workflow);
        Node other = fixture.node(workflow);
        Future<Run<String>> first = threads.submit(() -> slow.engine().run(workflow, "w1", ""));
        await(begun.get(0));
        fixture.clock.advance(LEASE);
        Future<Integer> second = threads.submit(() -> other.engine().runDue(10));
        await(begun.get(1));
        released.get(0).countDown();
        Run<String> run = first.get(30, TimeUnit.SECONDS);
        assertThat(run.status()).isEqualTo(WorkflowStatus.FINISHED);
        assertThat(run.state()).isEqualTo("paid by 0 after");
        released.get(1).countDown();
        assertThat(second.get(30, TimeUnit.SECONDS)).isOne();
        assertThat(other.engine().find(workflow, "w1")).contains(run);
        assertThat(fixture.counted("after")).isOne();
        assertThat(keys).containsExactly("w1/pay/1", "w1/pay/1");
        assertThat(fixture.signals("w1"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(Signals.PAYLOAD)).contains("paid by 1"));
    }

    @Test
    void manyDriversWriteEachStepOnce() throws Exception {
        Queue<String> keys = new ConcurrentLinkedQueue<>();
        Workflow<String> workflow = workflow(
                local("one"),
                call("hold", (state, call) -> {
                    keys.add(call.key().value());
                    return new CallResult.Done<>(Fixture.then(state, "hold"));
                }),
                local("two"),
                call("pay", (state, call) -> {
                    keys.add(call.key().value());
                    return new CallResult.Done<>(Fixture.then(state, "pay"));
                }),
                local("end"));
        List<Node> nodes = List.of(fixture.node(workflow), fixture.node(workflow));
        int instances = 50;
        List<Future<?>> futures = new java.util.ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Node node = nodes.get(thread % 2);
            futures.add(threads.submit(() -> {
                for (int i = 0; i < instances; i++) {
                    node.engine().run(workflow, "w" + i, "");
                    node.engine().signal("w" + i, Fixture.signal("s"));
                    fixture.clock.advance(java.time.Duration.ofMillis(100));
                    node.engine().runDue(10);
                }
            }));
        }
        for (Future<?> future : futures) {
            future.get(60, TimeUnit.SECONDS);
        }
        for (int i = 0; i < 20; i++) {
            fixture.clock.advance(LEASE);
            nodes.get(0).engine().runDue(100);
        }
        for (int i = 0; i < instances; i++) {
            Run<String> run = nodes.get(1).engine().find(workflow, "w" + i).orElseThrow();
            assertThat(run.state()).isEqualTo("one hold two pay end");
        }
        for (String step : List.of("one", "two", "end")) {
            assertThat(fixture.counted(step)).isEqualTo(instances);
        }
        assertThat(keys.stream().distinct()).hasSize(2 * instances);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
