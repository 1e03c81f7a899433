package dev.commercekit.testkit.cart;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.cart.CartStore.StoredCart;
import dev.commercekit.testkit.Contention;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything that a {@link CartStore} must do, as tests, with contention of many threads on two instances. Inherit it and
 * create the store.
 *
 * <p>A new instance of the test and a new store stand for each test; the stores are closed after it.
 */
public abstract class CartStoreContract {

    private static final CartId ID = CartId.of("cart 1");
    private static final int THREADS = 6;
    private static final int ROUNDS = 25;

    private CartStore store;
    private CartStore second;

    /** Creates the contract; the test framework does. */
    protected CartStoreContract() {}

    /** Returns a store without carts. Called once for each test; closed after it. */
    protected abstract CartStore createStore();

    /**
     * Returns another instance over the carts of the given one, as a second process would have, closed after the test; or the
     * same, as this does.
     */
    protected CartStore createSecond(CartStore first) {
        return first;
    }

    @BeforeEach
    void create() {
        store = createStore();
        second = createSecond(store);
    }

    @AfterEach
    void close() {
        second.close();
        store.close();
        store.close();
    }

    private static String document(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    @Test
    void anUnknownCartIsNotFound() {
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void aCartIsWrittenAtTheVersionThatTheCallerHasSeen() {
        assertThat(store.put(ID, 0, document("a"))).isTrue();
        assertThat(second.find(ID)).contains(new StoredCart(document("a"), 1));
        assertThat(second.put(ID, 1, document("b"))).isTrue();
        assertThat(store.find(ID)).contains(new StoredCart(document("b"), 2));
    }

    @Test
    void aCartAtAnotherVersionIsLeftAlone() {
        assertThat(store.put(ID, 1, document("a"))).isFalse();
        assertThat(store.find(ID)).isEmpty();
        store.put(ID, 0, document("a"));
        store.put(ID, 1, document("b"));
        for (long version : new long[] {0, 1, 3, Long.MAX_VALUE}) {
            assertThat(second.put(ID, version, document("c"))).isFalse();
        }
        assertThat(store.find(ID)).contains(new StoredCart(document("b"), 2));
    }

    @Test
    void aForgottenCartIsGoneAndMayComeBack() {
        store.put(ID, 0, document("a"));
        second.remove(ID);
        second.remove(ID);
        assertThat(store.find(ID)).isEmpty();
        assertThat(store.put(ID, 0, document("b"))).isTrue();
        assertThat(store.find(ID).map(StoredCart::document)).contains(document("b"));
    }

    @Test
    void cartsAreApart() {
        List<String> ids = List.of("a", "A", "a:b", "{a}", "a/b", "a*", "'a\"", "x".repeat(64));
        ids.forEach(id -> assertThat(store.put(CartId.of(id), 0, document("of " + ids.indexOf(id))))
                .isTrue());
        store.remove(CartId.of("a"));
        assertThat(ids.stream().filter(id -> !id.equals("a")))
                .allSatisfy(id -> assertThat(second.find(CartId.of(id)))
                        .contains(new StoredCart(document("of " + ids.indexOf(id)), 1)));
    }

    @Test
    void documentsComeBackAsTheyWere() {
        for (String text : List.of("", "ünïcödé 👕 \u20ac", "\\u0041 \\\" \\\\ \\n", "x".repeat(1_000_000))) {
            long version = store.find(ID).map(StoredCart::version).orElse(0L);
            assertThat(store.put(ID, version, document(text))).isTrue();
            assertThat(second.find(ID)).contains(new StoredCart(document(text), version + 1));
        }
    }

    @Test
    void nothingMayBeMissing() {
        invalid("cartId", () -> store.find(missing()));
        invalid("cartId", () -> store.put(missing(), 0, document("a")));
        invalid("document", () -> store.put(ID, 0, missing()));
        invalid("expectedVersion", () -> store.put(ID, -1, document("a")));
        invalid("cartId", () -> store.remove(missing()));
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    void ofManyWhoCreateACartOneSucceeds() {
        for (int round = 0; round < ROUNDS; round++) {
            CartId id = CartId.of("cart " + round);
            Set<Integer> creators = ConcurrentHashMap.newKeySet();
            Contention.run(THREADS, number -> {
                if ((number % 2 == 0 ? store : second).put(id, 0, document("by " + number))) {
                    creators.add(number);
                }
            });
            assertThat(creators).hasSize(1);
            assertThat(store.find(id))
                    .contains(
                            new StoredCart(document("by " + creators.iterator().next()), 1));
        }
    }

    @Test
    void noChangeAtAVersionIsLost() {
        store.put(ID, 0, "0");
        Contention.run(THREADS, number -> {
            CartStore mine = number % 2 == 0 ? store : second;
            for (int round = 0; round < ROUNDS; ) {
                StoredCart seen = mine.find(ID).orElseThrow();
                String next = Integer.toString(Integer.parseInt(seen.document()) + 1);
                round += mine.put(ID, seen.version(), next) ? 1 : 0;
            }
        });
        int changes = THREADS * ROUNDS;
        assertThat(store.find(ID)).contains(new StoredCart(Integer.toString(changes), changes + 1L));
    }
}
