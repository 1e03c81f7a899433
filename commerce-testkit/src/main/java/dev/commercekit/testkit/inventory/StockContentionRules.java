package dev.commercekit.testkit.inventory;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.HoldSettledException;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.InsufficientStockException;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.history.StockHistory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads on two instances over few SKUs; what must hold afterwards is counted. */
abstract class StockContentionRules extends LedgerRules {

    private static final int THREADS = 8;
    private static final int ROUNDS = 25;

    private static IdempotencyKey key(String what, int number, int round) {
        return IdempotencyKey.of(what + " " + number + "-" + round);
    }

    @Test
    void theLastUnitsAreHeldOnce() {
        stocked(A, 100);
        AtomicLong held = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                HoldId id = HoldId.of(number + "-" + round);
                IdempotencyKey key = key("hold", number, round);
                HoldResult result = insist(() -> instance(number).hold(id, List.of(line(A, 1)), HOUR, key));
                if (result instanceof HoldResult.Held) {
                    held.incrementAndGet();
                } else {
                    assertThat(outOfStock(result).shortages()).extracting("sku").containsExactly(A);
                }
            }
        });
        assertThat(held).hasValue(100);
        isAt(A, 0, 100);
    }

    /** Of five holds a thread keeps one and gives the others back. */
    @Test
    void whatEverybodyIsToldIsTrueInSomeOrderOfTheCalls() {
        stocked(A, 3);
        StockHistory history = new StockHistory(3);
        AtomicLong kept = new AtomicLong();
        Contention.run(THREADS, number -> {
            Inventory mine = instance(number);
            for (int round = 0; round < ROUNDS; round++) {
                HoldId id = HoldId.of(number + "-" + round);
                IdempotencyKey key = key("hold", number, round);
                long from = history.moment();
                boolean held = insist(() -> mine.hold(id, List.of(line(A, 1)), HOUR, key)) instanceof HoldResult.Held;
                long to = history.moment();
                if (!held) {
                    history.refused(from, to, 1);
                    continue;
                }
                history.took(from, to, 1);
                if (round % 5 == 4) {
                    kept.incrementAndGet();
                } else {
                    long begun = history.moment();
                    insist(() -> mine.release(id, IdempotencyKey.of("release " + id)));
                    history.gave(begun, history.moment(), 1);
                }
            }
        });
        assertThat(history.contradictions()).isEmpty();
        assertThat(history.isSomeOrderOfTheCalls()).isTrue();
        assertThat(kept).hasValueLessThanOrEqualTo(3);
        isAt(A, 3 - kept.get(), kept.get());
    }

    @Test
    void holdsInOppositeOrdersAreAllOrNothing() {
        List<Sku> skus = List.of(A, B, C);
        skus.forEach(sku -> stocked(sku, 40));
        Map<HoldId, Hold> open = new ConcurrentHashMap<>();
        Contention.run(THREADS, number -> {
            Random random = new Random(number);
            for (int round = 0; round < ROUNDS; round++) {
                HoldId id = HoldId.of(number + "-" + round);
                List<StockLine> lines = new java.util.ArrayList<>(skus.stream()
                        .map(sku -> line(sku, 1 + random.nextInt(4)))
                        .toList());
                Collections.shuffle(lines, random);
                IdempotencyKey key = key("hold", number, round);
                Inventory mine = instance(number);
                if (insist(() -> mine.hold(id, lines.subList(0, 2), HOUR, key)) instanceof HoldResult.Held result) {
                    open.put(id, settle(mine, result.hold(), random.nextInt(3)));
                }
            }
        });
        for (Sku sku : skus) {
            long held = units(open, sku, HoldState.HELD);
            assertThat(inventory.level(sku).available()).isNotNegative();
            isAt(sku, 40 - held - units(open, sku, HoldState.SOLD), held);
        }
    }

    private static Hold settle(Inventory inventory, Hold hold, int way) {
        IdempotencyKey key = IdempotencyKey.of("settle " + hold.id());
        return switch (way) {
            case 0 -> insist(() -> inventory.confirm(hold.id(), key));
            case 1 -> insist(() -> inventory.release(hold.id(), key));
            default -> hold;
        };
    }

    private static long units(Map<HoldId, Hold> holds, Sku sku, HoldState state) {
        return holds.values().stream()
                .filter(hold -> hold.state() == state)
                .flatMap(hold -> hold.lines().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToLong(StockLine::quantity)
                .sum();
    }

    @Test
    void oneKeyFromManyThreadsIsOneHold() {
        stocked(A, 100);
        for (int round = 0; round < ROUNDS; round++) {
            HoldId id = HoldId.of("h" + round);
            IdempotencyKey key = key("shared", 0, round);
            Set<HoldResult> answers = ConcurrentHashMap.newKeySet();
            Contention.run(
                    4, number -> answers.add(insist(() -> instance(number).hold(id, List.of(line(A, 1)), HOUR, key))));
            assertThat(answers).hasSize(1);
        }
        isAt(A, 100 - ROUNDS, ROUNDS);
    }

    @Test
    void oneIdFromManyThreadsIsOneHold() {
        List.of(A, B, C).forEach(sku -> stocked(sku, 100));
        List<Sku> skus = List.of(A, B, C);
        for (int round = 0; round < ROUNDS; round++) {
            HoldId id = HoldId.of("h" + round);
            int current = round;
            AtomicLong held = new AtomicLong();
            Contention.run(3, number -> {
                try {
                    insist(() -> instance(number)
                            .hold(id, List.of(line(skus.get(number), 1)), HOUR, key("own", number, current)));
                    held.incrementAndGet();
                } catch (dev.commercekit.InvalidInputException taken) {
                    assertThat(taken.field()).isEqualTo("holdId");
                }
            });
            assertThat(held).hasValue(1);
            assertThat(inventory.find(id).orElseThrow().lines()).hasSize(1);
        }
    }

    @Test
    void aHoldIsSettledOneWayByManyThreads() {
        stocked(A, 100);
        for (int round = 0; round < ROUNDS; round++) {
            HoldId id = held("h" + round, line(A, 2)).id();
            Set<HoldState> ends = ConcurrentHashMap.newKeySet();
            int current = round;
            Contention.run(4, number -> {
                IdempotencyKey key = key("settle", number, current);
                try {
                    Inventory mine = instance(number / 2);
                    ends.add(insist(() -> number % 2 == 0 ? mine.confirm(id, key) : mine.release(id, key))
                            .state());
                } catch (HoldSettledException other) {
                    ends.add(other.state());
                }
            });
            assertThat(ends).hasSize(1);
        }
        assertThat(inventory.level(A).held()).isZero();
        explained(A);
    }

    @Test
    void receiptsAndCorrectionsAreAllCountedAndNeverGoBelowZero() {
        AtomicLong count = new AtomicLong();
        Contention.run(THREADS, number -> {
            Random random = new Random(number);
            for (int round = 0; round < ROUNDS; round++) {
                long delta = random.nextInt(9) - 4L;
                IdempotencyKey key = key("move", number, round);
                if (delta > 0) {
                    insist(() -> instance(number).receive(A, delta, key));
                    count.addAndGet(delta);
                } else if (delta < 0) {
                    try {
                        assertThat(insist(() -> instance(number).adjust(A, delta, "lost", key))
                                        .available())
                                .isNotNegative();
                        count.addAndGet(delta);
                    } catch (InsufficientStockException short0) {
                        assertThat(short0.delta()).isEqualTo(delta);
                    }
                }
            }
        });
        isAt(A, count.get(), 0);
    }
}
