package dev.commercekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway says what it likes, also what a database does not take: its order is pending, and shows. */
class AwkwardReasonsTest {

    private static final Sku CANDLE = Sku.of("CANDLE");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"502\u0000Bad Gateway", "\ud83d", "\ud83d\ude00"})
    void anUnknownPaymentIsPendingWhateverItsReason(String end) {
        PaymentGateway gateway = mock(PaymentGateway.class);
        when(gateway.replayWindow()).thenReturn(Duration.ofDays(1));
        when(gateway.authorize(any())).thenReturn(new PaymentOutcome.Unknown("x".repeat(199) + end));
        for (Storage storage : List.of(
                JdbcStorage.file(folder.resolve("shop.db")),
                JdbcStorage.on(PostgresServer.pool(), PostgresServer.newSchema()))) {
            try (Commerce shop = Commerce.builder()
                    .storage(storage)
                    .payments(gateway)
                    .manual()
                    .build()) {
                assertThat(shop.checkout().complete(request(shop))).isInstanceOf(CheckoutResult.Pending.class);
                assertThat(shop.operator().slowWorkflows(Duration.ZERO, 10))
                        .singleElement()
                        .satisfies(slow -> assertThat(slow.error())
                                .hasValueSatisfying(error -> assertThat(error).startsWith("xxx")));
            }
        }
    }

    private static CheckoutRequest request(Commerce shop) {
        shop.catalog().put(Product.of(CANDLE, "Candle", Money.of("2.55", "GBP")));
        shop.inventory().receive(CANDLE, 1, IdempotencyKey.of("delivery-1"));
        CartId cart = shop.carts()
                .open(Buyer.guest("session-1"), Currency.getInstance("GBP"))
                .id();
        shop.carts().setQuantity(cart, CANDLE, 1);
        return CheckoutRequest.of(
                IdempotencyKey.of("buy-1"), cart, shop.checkout().quote(cart), PaymentToken.of("card-1"));
    }
}
