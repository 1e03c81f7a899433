package dev.commercekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.JoinedShop;
import dev.commercekit.money.Money;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A joined shop needs no connection but its host's: a pool that has no other one is enough. */
class OneConnectionTest {

    private static final Sku CANDLE = Sku.of("CANDLE");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPoolOfOneConnectionIsEnough(boolean autoCommit) throws SQLException {
        try (HikariDataSource pool = PostgresServer.newPool(autoCommit)) {
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(1_000);
            try (Commerce shop = Commerce.builder()
                    .storage(JdbcStorage.on(pool, PostgresServer.emptiedSchema("joined_shop")))
                    .manual()
                    .build()) {
                CheckoutRequest first = request(shop, "buy-1");
                CheckoutRequest second = request(shop, "buy-2");
                CheckoutResult.Pending placed;
                try (Connection connection = pool.getConnection()) {
                    connection.setAutoCommit(false);
                    JoinedShop joined = shop.in(connection);
                    joined.inventory().receive(CANDLE, 3, IdempotencyKey.of("delivery-1"));
                    placed = (CheckoutResult.Pending) joined.place(first);
                    CheckoutResult.Pending other = (CheckoutResult.Pending) joined.place(second);
                    assertThat(joined.cancel(other.order(), "one is enough", IdempotencyKey.of("cancel-1")))
                            .isInstanceOf(CancelResult.Pending.class);
                    assertThat(joined.find(other.order()).orElseThrow().status())
                            .isEqualTo(OrderStatus.CANCELLING);
                    assertThat(connection.getAutoCommit()).isFalse();
                    connection.commit();
                }
                while (shop.housekeep() > 0) {}
                assertThat(shop.orders().find(placed.order()).orElseThrow().status())
                        .isEqualTo(OrderStatus.CONFIRMED);
                assertThat(shop.inventory().level(CANDLE).available()).isEqualTo(2);
                try (Connection connection = pool.getConnection()) {
                    assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                }
            }
        }
    }

    private static CheckoutRequest request(Commerce shop, String key) {
        shop.catalog().put(Product.of(CANDLE, "Candle holder", Money.of("2.55", "GBP")));
        CartId cart =
                shop.carts().open(Buyer.guest(key), Currency.getInstance("GBP")).id();
        shop.carts().setQuantity(cart, CANDLE, 1);
        return CheckoutRequest.of(IdempotencyKey.of(key), cart, shop.checkout().quote(cart), PaymentToken.of("card-1"));
    }
}
