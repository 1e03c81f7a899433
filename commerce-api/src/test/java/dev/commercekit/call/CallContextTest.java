package dev.commercekit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CallContextTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final CallContext ANN = CallContext.HOST.as(Principal.customer(CustomerId.of("ann")));
    private static final CallContext BOB =
            CallContext.HOST.as(Principal.customer(CustomerId.of("bob"))).traced("t-1");

    @Test
    void withoutAContextTheHostCalls() {
        assertThat(CallContext.current()).isSameAs(CallContext.HOST);
        assertThat(CallContext.HOST.principal()).isEqualTo(Principal.HOST);
    }

    @Test
    void codeRunsInItsContextAndThenInTheOneBefore() {
        List<CallContext> seen = new ArrayList<>();
        ANN.run(() -> {
            seen.add(CallContext.current());
            BOB.run(() -> seen.add(CallContext.current()));
            seen.add(CallContext.current());
            CallContext.HOST.run(() -> seen.add(CallContext.current()));
            seen.add(CallContext.current());
        });
        seen.add(CallContext.current());
        assertThat(seen).containsExactly(ANN, BOB, ANN, CallContext.HOST, ANN, CallContext.HOST);
    }

    @Test
    void aValueComesBack() {
        assertThat(ANN.<String>call(() -> CallContext.current().principal().name()))
                .isEqualTo("ann");
    }

    @Test
    void anExceptionLeavesNoContextBehind() {
        ANN.run(() -> {
            assertThatThrownBy(() -> BOB.run(() -> {
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("inside");
            assertThat(CallContext.current()).isEqualTo(ANN);
        });
        assertThatThrownBy(() -> BOB.call(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(CallContext.current()).isSameAs(CallContext.HOST);
    }

    @Test
    void noThreadInheritsIt() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<CallContext> ofThread = new CompletableFuture<>();
            CompletableFuture<CallContext> ofPool = new CompletableFuture<>();
            ANN.run(() -> {
                new Thread(() -> ofThread.complete(CallContext.current())).start();
                pool.execute(() -> ofPool.complete(CallContext.current()));
                assertThat(ofThread.join()).isSameAs(CallContext.HOST);
                assertThat(ofPool.join()).isSameAs(CallContext.HOST);
            });
            CompletableFuture<CallContext> afterwards = new CompletableFuture<>();
            pool.submit(() -> BOB.run(() -> {})).get();
            pool.execute(() -> afterwards.complete(CallContext.current()));
            assertThat(afterwards.join()).isSameAs(CallContext.HOST);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aDeadlineOnlyShrinks() {
        CallContext noon = CallContext.HOST.until(NOON);
        assertThat(noon.deadline()).contains(NOON);
        assertThat(noon.until(NOON.plusSeconds(1)).deadline()).contains(NOON);
        assertThat(noon.until(NOON.minusSeconds(1)).deadline()).contains(NOON.minusSeconds(1));
    }

    @Test
    void eachPartIsChangedAlone() {
        CallContext context = ANN.until(NOON).traced("t-1");
        assertThat(context.as(BOB.principal())).isEqualTo(BOB.until(NOON));
        assertThat(context.traced("t-2").trace()).contains("t-2");
        assertThatThrownBy(() -> context.traced("t\n2")).isInstanceOf(InvalidInputException.class);
    }
}
