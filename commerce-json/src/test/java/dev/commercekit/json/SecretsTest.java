package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartStore;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.workflow.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets and personal data never print, neither alone nor in whatever holds them. */
class SecretsTest {

    private static final String MARK = "SeCrEt";

    /** Surely hold one of them; raise it as the api grows. */
    private static final int HOLDERS_FLOOR = 9;

    private static final Map<Class<?>, Supplier<Object>> SECRETS = Map.of(
            Address.class,
            () -> new Address("GB", List.of(MARK, MARK), MARK, Optional.of(MARK), Optional.of(MARK)),
            Contact.class,
            () -> new Contact(MARK, MARK + "@example.com", Optional.of(MARK)),
            PaymentToken.class,
            () -> PaymentToken.of(MARK),
            Buyer.class,
            () -> Buyer.guest(MARK),
            Buyer.Guest.class,
            () -> Buyer.guest(MARK),
            CartStore.StoredCart.class,
            () -> new CartStore.StoredCart(MARK, 1),
            Signal.class,
            () -> new Signal("s", "s", MARK));

    @ParameterizedTest
    @MethodSource("records")
    void noRecordPrintsThem(Class<?> type) {
        assertThat(sample(type).toString()).doesNotContain(MARK);
    }

    @Test
    void theMarksAreThere() {
        List<Class<?>> holders = new ArrayList<>();
        for (Class<?> type : records()) {
            if (RoundTripTest.codec(type).write(sample(type)).contains(MARK)) {
                holders.add(type);
            }
        }
        assertThat(holders).hasSizeGreaterThanOrEqualTo(HOLDERS_FLOOR);
    }

    static List<Class<?>> records() {
        return ApiTypes.onTheWire().stream().filter(Class::isRecord).toList();
    }

    private static Object sample(Class<?> type) {
        Samples samples = Samples.full(type.getName().hashCode());
        SECRETS.forEach((secret, made) -> samples.with(secret, ignored -> made.get()));
        return samples.of(type);
    }
}
