package dev.commercekit.jdbc.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadQueueTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<RowKey>> reads = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch bothOnTheirWay = new CountDownLatch(2);

    @AfterEach
    void end() throws InterruptedException {
        slow.countDown();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Keys that begin with "slow" wait for the latch; those that begin with "bad" fail; those with "no" have no row. */
    private Reading read(Collection<RowKey> keys) {
        reads.add(List.copyOf(keys));
        if (any(keys, "slow")) {
            bothOnTheirWay.countDown();
            await(slow);
        }
        if (any(keys, "bad")) {
            throw new StorageException("bad key", false);
        }
        return new Reading(
                keys.stream()
                        .filter(key -> !any(List.of(key), "no"))
                        .map(ReadQueueTest::row)
                        .toList(),
                AT);
    }

    private static boolean any(Collection<RowKey> keys, String beginning) {
        return keys.stream().anyMatch(key -> String.valueOf(key.values().get(0)).startsWith(beginning));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static RowKey key(String id) {
        return ContractTables.thing(id);
    }

    private static Row row(RowKey key) {
        return Row.of(
                key,
                1,
                ContractTables.THING.columns().stream()
                        .map(column -> column.nullable()
                                ? null
                                : column.name().equals("size")
                                        ? (Object) 1L
                                        : key.values().get(0))
                        .toArray());
    }

    /** Returns a queue whose two reads are on their way and do not come back. */
    private ReadQueue busy(Duration patience) {
        ReadQueue queue = new ReadQueue(this::read, patience);
        threads.execute(() -> queue.get(List.of(key("slow-1"))));
        threads.execute(() -> queue.get(List.of(key("slow-2"))));
        await(bothOnTheirWay);
        reads.clear();
        return queue;
    }

    private List<Future<Reading>> ask(ReadQueue queue, String... ids) {
        List<Future<Reading>> answers = new ArrayList<>();
        for (String id : ids) {
            int before = queue.waiting();
            answers.add(threads.submit(() -> queue.get(List.of(key(id), key("no-" + id)))));
            while (queue.waiting() == before) {
                Thread.onSpinWait();
            }
        }
        return answers;
    }

    @Test
    void whoIsAloneReadsAtOnce() {
        ReadQueue queue = new ReadQueue(this::read, LONG);

        assertThat(queue.get(List.of(key("b"), key("no"), key("a"), key("b"))).rows())
                .containsExactly(row(key("b")), row(key("a")));
        assertThat(queue.get(List.of(key("c"))).rows()).containsExactly(row(key("c")));
        assertThat(reads).hasSize(2);
    }

    @Test
    void thoseWhoWaitAreReadForTogether() throws Exception {
        ReadQueue queue = busy(LONG);
        List<Future<Reading>> answers = ask(queue, "a", "b", "c", "a");

        slow.countDown();

        assertThat(answers.get(0).get()).isEqualTo(new Reading(List.of(row(key("a"))), AT));
        assertThat(answers.get(1).get().rows()).containsExactly(row(key("b")));
        assertThat(answers.get(2).get().rows()).containsExactly(row(key("c")));
        assertThat(answers.get(3).get().rows()).containsExactly(row(key("a")));
        // The two that come back hand over one each; the first may take all.
        assertThat(reads).hasSizeBetween(1, 2);
        assertThat(reads.stream().mapToInt(List::size).sum()).isBetween(6, 8);
    }

    @Test
    void aReadOfAllThatFailsFailsOnlyForWhoAskedForTheBadKey() throws Exception {
        ReadQueue queue = busy(LONG);
        List<Future<Reading>> answers = ask(queue, "a", "bad", "c");

        slow.countDown();

        assertThat(answers.get(0).get().rows()).containsExactly(row(key("a")));
        assertThat(answers.get(2).get().rows()).containsExactly(row(key("c")));
        assertThatThrownBy(answers.get(1)::get).hasCauseInstanceOf(StorageException.class);
        assertThat(queue.get(List.of(key("d"))).rows()).hasSize(1);
    }

    @Test
    void whoHasWaitedLongReadsAlone() throws Exception {
        ReadQueue queue = busy(Duration.ofMillis(1));

        Reading answer = threads.submit(() -> queue.get(List.of(key("a")))).get();

        assertThat(answer.rows()).containsExactly(row(key("a")));
        assertThat(slow.getCount()).isEqualTo(1);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void anInterruptedCallerGetsItsRowsAndStaysInterrupted() throws Exception {
        ReadQueue queue = busy(LONG);
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<Boolean> interrupted = threads.submit(() -> {
            thread.complete(Thread.currentThread());
            Reading answer = queue.get(List.of(key("a")));
            return answer.rows().size() == 1 && Thread.currentThread().isInterrupted();
        });

        thread.get().interrupt();

        assertThat(interrupted.get()).isTrue();
        assertThat(slow.getCount()).isEqualTo(1);
    }

    @Test
    void manyCallersGetTheirOwnRows() throws Exception {
        ReadQueue queue = new ReadQueue(this::read, LONG);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int caller = i;
            all.add(threads.submit(() -> {
                for (int n = 0; n < 500; n++) {
                    RowKey own = key(caller + "-" + n);
                    if (!queue.get(List.of(own, key("shared"))).rows().equals(List.of(row(own), row(key("shared"))))) {
                        return false;
                    }
                }
                return true;
            }));
        }

        for (Future<Boolean> each : all) {
            assertThat(each.get()).isTrue();
        }
        assertThat(queue.waiting()).isZero();
    }
}
