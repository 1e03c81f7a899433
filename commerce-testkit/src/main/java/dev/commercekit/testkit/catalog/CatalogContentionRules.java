package dev.commercekit.testkit.catalog;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.VersionConflictException;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.SkuTakenException;
import dev.commercekit.catalog.Variant;
import dev.commercekit.testkit.Contention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads on two instances over few products. */
abstract class CatalogContentionRules extends BrowseRules {

    private static final int THREADS = 6;
    private static final int ROUNDS = 20;

    @Test
    void ofManyWhoPutOneSkuOneGetsItAndTheOthersChangeNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            String shared = "shared " + round;
            String prefix = "p" + round + "-";
            Set<Integer> winners = ConcurrentHashMap.newKeySet();
            Set<ProductId> owners = ConcurrentHashMap.newKeySet();
            Contention.run(THREADS, number -> {
                try {
                    insist(() -> instance(number).put(product(prefix + number, prefix + number, shared)));
                    winners.add(number);
                } catch (SkuTakenException taken) {
                    owners.add(taken.owner());
                }
            });
            assertThat(winners).hasSize(1);
            ProductId winner = ProductId.of(prefix + winners.iterator().next());
            assertThat(owners).containsExactly(winner);
            assertThat(catalog.find(Sku.of(shared)).orElseThrow().product().id())
                    .isEqualTo(winner);
            for (int number = 0; number < THREADS; number++) {
                Sku own = Sku.of(prefix + number);
                assertThat(catalog.find(own).isPresent()).isEqualTo(winners.contains(number));
            }
        }
    }

    @Test
    void skusThatMoveBetweenProductsAlwaysHaveAtMostOneOwner() {
        List<String> skus = List.of("s1", "s2", "s3", "s4");
        Contention.run(THREADS, number -> {
            Random random = new Random(number);
            for (int round = 0; round < ROUNDS; round++) {
                List<String> some = new ArrayList<>(skus);
                Collections.shuffle(some, random);
                String id = "p" + random.nextInt(3);
                String[] mine = some.subList(0, 1 + random.nextInt(2)).toArray(String[]::new);
                try {
                    if (random.nextInt(4) == 0) {
                        insist(() -> instance(number).remove(ProductId.of(id)));
                    } else {
                        insist(() -> instance(number).put(product(id, mine)));
                    }
                } catch (SkuTakenException taken) {
                    assertThat(skus).contains(taken.sku().value());
                }
            }
        });
        List<String> owned = new ArrayList<>();
        for (CatalogEntry entry : browsed(10)) {
            for (Variant variant : entry.product().variants()) {
                owned.add(variant.sku().value());
                assertThat(catalog.find(variant.sku())).contains(entry);
            }
        }
        assertThat(owned).doesNotHaveDuplicates();
        skus.stream().filter(sku -> !owned.contains(sku)).forEach(sku -> {
            assertThat(catalog.find(Sku.of(sku))).isEmpty();
            catalog.put(product("heir of " + sku, sku));
        });
    }

    @Test
    void changesAtAVersionAreAllKept() {
        catalog.put(product("shirt", "s"));
        AtomicLong changes = new AtomicLong();
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; ) {
                CatalogEntry seen = instance(number).find(SHIRT).orElseThrow();
                // Each name is unlike all others, so that one thread's product is never taken for another's repetition.
                String name = seen.version() + " by " + number + " in round " + round;
                try {
                    insist(() -> instance(number).put(named(name, seen.product()), seen.version()));
                    changes.incrementAndGet();
                    round++;
                } catch (VersionConflictException slower) {
                    assertThat(slower.expected()).isEqualTo(seen.version());
                }
            }
        });
        CatalogEntry end = catalog.find(SHIRT).orElseThrow();
        assertThat(changes).hasValue((long) THREADS * ROUNDS);
        assertThat(end.version()).isEqualTo(1 + changes.get());
        assertThat(end.product().name()).startsWith(changes + " by ");
    }
}
