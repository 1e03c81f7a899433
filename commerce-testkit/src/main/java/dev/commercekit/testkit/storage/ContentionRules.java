package dev.commercekit.testkit.storage;

import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.storage.model.ContractTables;
import dev.commercekit.testkit.storage.model.StubbornCommits;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads on two instances over few rows; what must hold afterwards is counted. */
abstract class ContentionRules extends ModelRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 60;

    private Storage instance(int number) {
        return number % 2 == 0 ? storage : second;
    }

    private WriteSet by(int number, int round, Write... writes) {
        return WriteSet.of(new WriteSetId("set-" + number + "-" + round), writes);
    }

    @Test
    void transfersInOppositeOrdersKeepTheSum() {
        applied(newStock("a", 40), newStock("b", 40), newStock("c", 40));
        List<String> skus = List.of("a", "b", "c");
        AtomicIntegerArray writes = new AtomicIntegerArray(3);
        Contention.run(THREADS, number -> {
            Random random = new Random(number);
            for (int round = 0; round < ROUNDS; round++) {
                int from = random.nextInt(3);
                int to = (from + 1 + random.nextInt(2)) % 3;
                long units = 1L + random.nextInt(30);
                Write less = take(skus.get(from), units);
                Write more = Write.add(stock(skus.get(to)), ON_HAND, units);
                WriteSet set = random.nextBoolean() ? by(number, round, less, more) : by(number, round, more, less);
                if (StubbornCommits.applies(instance(number), set)) {
                    writes.incrementAndGet(from);
                    writes.incrementAndGet(to);
                }
            }
        });
        assertThat(onHand("a") + onHand("b") + onHand("c")).isEqualTo(120);
        for (int i = 0; i < 3; i++) {
            assertThat(onHand(skus.get(i))).isNotNegative();
            assertThat(row(stock(skus.get(i))).version()).isEqualTo(1 + writes.get(i));
        }
    }

    @Test
    void theLastUnitsAreSoldOnce() {
        applied(newStock("hot", 100));
        AtomicLong sold = new AtomicLong();
        AtomicLong soldOut = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                String id = number + "-" + round;
                Write take = take("hot", 1);
                WriteSet set = by(number, round, newThing(id, "sold", 1), take)
                        .orElse(List.of(take), List.of(newThing(id, "sold out", 1)));
                CommitResult result = StubbornCommits.commit(instance(number), set);
                int branch = result instanceof CommitResult.Committed committed
                        ? committed.branch()
                        : ((CommitResult.Joined) result).branch();
                (branch == 0 ? sold : soldOut).incrementAndGet();
            }
        });
        assertThat(sold).hasValue(100);
        assertThat(soldOut).hasValue(THREADS * ROUNDS - 100);
        assertThat(onHand("hot")).isZero();
    }

    @Test
    void ofManyInsertsOfARowOneWins() {
        AtomicLong wins = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                // Neighbours insert two keys in opposite orders.
                int first = number % 4 < 2 ? round : ROUNDS - 1 - round;
                WriteSet set = by(
                        number,
                        round,
                        newThing("k" + first, "n" + number, 1),
                        newThing("w" + number + "-" + round, "w", 1));
                if (StubbornCommits.applies(instance(number), set)) {
                    wins.incrementAndGet();
                    assertThat(second.get(List.of(thing("k" + first)))
                                    .rows()
                                    .get(0)
                                    .get(ContractTables.NAME))
                            .isEqualTo("n" + number);
                }
            }
        });
        assertThat(wins).hasValue(ROUNDS);
    }

    @Test
    void noUpdateIsLost() {
        applied(newCounter(1, 0));
        AtomicLong updates = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                Row row =
                        instance(number).get(List.of(counter(1, "b", 1))).rows().get(0);
                Write update = Write.update(row, values -> values.set(COUNT, row.get(COUNT) + 1));
                if (StubbornCommits.applies(instance(number), by(number, round, update))) {
                    updates.incrementAndGet();
                }
            }
        });
        assertThat(updates.get()).isPositive();
        assertThat(row(counter(1, "b", 1)).get(COUNT)).isEqualTo(updates.get());
    }

    @Test
    void aSetSentByManyIsAppliedOnce() {
        applied(newStock("a", 1_000));
        AtomicLong committed = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                WriteSet set = by(0, round, take("a", 1), newThing("once-" + round, "once", 1));
                CommitResult result = StubbornCommits.commit(instance(number), set);
                assertThat(result).isInstanceOfAny(CommitResult.Committed.class, CommitResult.Joined.class);
                if (result instanceof CommitResult.Committed) {
                    committed.incrementAndGet();
                }
            }
        });
        assertThat(committed.get()).isLessThanOrEqualTo(ROUNDS);
        assertThat(onHand("a")).isEqualTo(1_000 - ROUNDS);
    }

    @Test
    void ofASetAndItsTombstoneOneWins() {
        applied(newStock("a", 1_000));
        AtomicLong applied = new AtomicLong();
        AtomicLong givenUp = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                WriteSet set = by(number / 4 * 4, round, take("a", 1));
                if (number % 4 == 0) {
                    boolean applies = StubbornCommits.applies(instance(number / 4), set);
                    (applies ? applied : givenUp).incrementAndGet();
                } else if (number % 4 == 1) {
                    StubbornCommits.commit(instance(number), by(number, round, Witness.tombstone(set.id())));
                } else {
                    StubbornCommits.commit(instance(number), by(number, round, Write.add(stock("a"), ON_HAND, 0)));
                }
            }
        });
        assertThat(applied.get() + givenUp.get()).isEqualTo(THREADS / 4 * ROUNDS);
        assertThat(onHand("a")).isEqualTo(1_000 - applied.get());
    }

    @Test
    void whatWasOnlyReadIsStillTrueAtTheCommit() {
        applied(newCounter(1, 1), newCounter(2, 1));
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                // One of two may go off duty, as long as the other is seen on duty; whoever is off comes back.
                var keys = List.of(counter(1, "b", 1), counter(2, "b", 1));
                List<Row> rows = instance(number).get(keys).rows();
                Row mine = rows.get(number / 2 % 2);
                Row other = rows.get(1 - number / 2 % 2);
                if (mine.get(COUNT) == 0) {
                    StubbornCommits.applies(
                            instance(number), by(number, round, Write.update(mine, values -> values.set(COUNT, 1L))));
                } else if (other.get(COUNT) == 1) {
                    Write off = Write.update(mine, values -> values.set(COUNT, 0L));
                    if (StubbornCommits.applies(instance(number), by(number, round, Write.require(other), off))) {
                        audit(instance(number), number + "-" + round);
                    }
                }
            }
        });
        assertThat(row(counter(1, "b", 1)).get(COUNT) + row(counter(2, "b", 1)).get(COUNT))
                .isPositive();
    }

    /** Reads both rows with a guard that they stood so together, and looks whether both are off duty. */
    private void audit(Storage instance, String name) {
        List<Row> rows =
                instance.get(List.of(counter(1, "b", 1), counter(2, "b", 1))).rows();
        WriteSet guard =
                WriteSet.of(new WriteSetId("audit-" + name), Write.require(rows.get(0)), Write.require(rows.get(1)));
        if (StubbornCommits.applies(instance, guard)) {
            assertThat(rows.get(0).get(COUNT) + rows.get(1).get(COUNT)).isPositive();
        }
    }
}
