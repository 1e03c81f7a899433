package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.storage.model.History;
import dev.commercekit.testkit.storage.model.StubbornCommits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random batches from two instances at once: what was applied must have an order in which it could have happened alone. */
abstract class SerializabilityRules extends ContentionRules {

    private static final int THREADS = 4;
    private static final int BATCHES = 40;
    private static final long ROWS = 6;
    private static final int ROUNDS = 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void concurrentBatchesAreSerializable(long seed) {
        for (long i = 0; i < ROWS; i++) {
            applied(newCounter(i, 0));
        }
        History history = new History();
        Contention.run(THREADS, number -> {
            Random random = new Random(seed * 31 + number);
            Storage instance = number % 2 == 0 ? storage : second;
            for (int i = 0; i < BATCHES; i++) {
                commit(instance, batch(random, instance, seed + "-" + number + "-" + i), history);
            }
        });
        assertThat(history.anomaly()).as("seed %s", seed).isEmpty();
        assertThat(history.size()).as("seed %s: sets applied", seed).isPositive();
        assertThat(versions()).as("seed %s: updates", seed).isPositive();
    }

    @Test
    void ofTwoWhoRequireWhatTheOtherChangesOneIsRefused() {
        for (int i = 0; i < ROUNDS; i++) {
            applied(newThing("skew-" + i, "old", 1), newStock("skew-" + i, 1));
        }
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicIntegerArray applied = new AtomicIntegerArray(ROUNDS);
        Contention.run(2, number -> {
            Storage instance = number == 0 ? storage : second;
            for (int i = 0; i < ROUNDS; i++) {
                Row thing = read(instance, thing("skew-" + i));
                Row stock = read(instance, stock("skew-" + i));
                Write[] writes = number == 0
                        ? new Write[] {Write.require(thing), Write.update(stock, values -> values.set(ON_HAND, 0L))}
                        : new Write[] {Write.require(stock), Write.update(thing, values -> values.set(NAME, "new"))};
                meet(together);
                WriteSet set = WriteSet.of(new WriteSetId("skew-" + number + "-" + i), List.of(writes));
                if (StubbornCommits.commit(instance, set).applied()) {
                    applied.incrementAndGet(i);
                }
            }
        });
        assertThat(IntStream.range(0, ROUNDS).map(applied::get)).containsOnly(1);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("the other one has ended", alone);
        }
    }

    private static Row read(Storage instance, RowKey key) {
        return instance.get(List.of(key)).find(key).orElseThrow();
    }

    private long versions() {
        return storage.get(keys()).rows().stream().mapToLong(Row::version).sum() - ROWS;
    }

    private static List<RowKey> keys() {
        return LongStream.range(0, ROWS).mapToObj(i -> counter(i, "b", 1)).toList();
    }

    private List<WriteSet> batch(Random random, Storage instance, String name) {
        List<Row> rows = new ArrayList<>(instance.get(keys()).rows());
        List<WriteSet> sets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(rows, random);
            List<Write> writes = new ArrayList<>();
            for (Row row : rows.subList(0, 1 + random.nextInt(3))) {
                writes.add(
                        writes.isEmpty() || random.nextBoolean()
                                ? Write.update(row, values -> values.set(COUNT, row.get(COUNT) + 1))
                                : Write.require(row));
            }
            sets.add(WriteSet.of(new WriteSetId(name + "-" + i), writes));
        }
        return sets;
    }

    private static void commit(Storage instance, List<WriteSet> batch, History history) {
        List<CommitResult> results;
        try {
            results = instance.commitAll(batch);
        } catch (StorageException failure) {
            if (!failure.retryable()) {
                throw failure;
            }
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            CommitResult result = results.get(i);
            if (result instanceof CommitResult.InDoubt) {
                result = StubbornCommits.commit(instance, batch.get(i));
            }
            if (result.applied()) {
                history.add(batch.get(i));
            } else if (!(result instanceof CommitResult.Refused)) {
                throw new InDoubtException(batch.get(i).id(), "unexpected " + result);
            }
        }
    }
}
