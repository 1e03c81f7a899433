package dev.commercekit.testkit.cart;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.testkit.Contention;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads on two instances over one cart. */
abstract class CartContentionRules extends CartRules {

    private static final int THREADS = 6;
    private static final int ROUNDS = 20;

    @Test
    void changesThatMeetAreMerged() {
        IntStream.range(0, THREADS).forEach(number -> carts.put(cart, line("old " + number, A, 1)));
        Contention.run(THREADS, number -> {
            for (int round = 0; round < ROUNDS; round++) {
                CartLine mine = line(number + "-" + round, B, 1L + round);
                insist(() -> instance(number).put(cart, mine));
            }
            insist(() -> instance(number).remove(cart, LineId.of("old " + number)));
        });
        Set<CartLine> expected = IntStream.range(0, THREADS)
                .boxed()
                .flatMap(number ->
                        IntStream.range(0, ROUNDS).mapToObj(round -> line(number + "-" + round, B, 1L + round)))
                .collect(Collectors.toSet());
        assertThat(standing().lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aCartNeverTakesMoreThanItsLimitHoweverManyPutAtOnce() {
        carts.put(
                cart,
                IntStream.range(0, Cart.MAX_LINES - 5)
                        .mapToObj(i -> line("line " + i, A, 1))
                        .toList());
        Contention.run(THREADS, number -> {
            for (int round = 0; round < 3; round++) {
                CartLine mine = line(number + "-" + round, B, 1);
                try {
                    insist(() -> instance(number).put(cart, mine));
                } catch (dev.commercekit.InvalidInputException full) {
                    assertThat(full.field()).isEqualTo("lines");
                }
            }
        });
        assertThat(standing().lines()).hasSize(Cart.MAX_LINES);
    }

    @Test
    void anIdThatManyOpenIsOneCart() {
        for (int round = 0; round < ROUNDS; round++) {
            CartId id = CartId.of("cart " + round);
            Set<Cart> opened = ConcurrentHashMap.newKeySet();
            Contention.run(
                    THREADS, number -> opened.add(insist(() -> instance(number).open(id, ANN, GBP))));
            assertThat(opened).hasSize(1);
        }
    }
}
