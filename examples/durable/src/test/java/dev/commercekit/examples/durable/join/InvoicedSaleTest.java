package dev.commercekit.examples.durable.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoicedSaleTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/commercekit/examples/durable/join/InvoicedSale.java");
    private static final Sku CANDLE = Sku.of("CANDLE");

    @TempDir
    private Path folder;

    private static CheckoutRequest request(Commerce shop, String key, long units) {
        var cart =
                shop.carts().open(Buyer.guest(key), Currency.getInstance("GBP")).id();
        shop.carts().setQuantity(cart, CANDLE, units);
        return CheckoutRequest.of(IdempotencyKey.of(key), cart, shop.checkout().quote(cart), PaymentToken.of("card-1"));
    }

    private static int invoices(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM invoice")) {
            return row.getInt(1);
        }
    }

    @Test
    void invoiceAndOrderAreThereTogetherOrNotAtAll() throws SQLException {
        var file = folder.resolve("shop.db");
        try (var pool = new HikariDataSource();
                var shop = Commerce.builder()
                        .storage(JdbcStorage.file(file))
                        .manual()
                        .build()) {
            pool.setJdbcUrl("jdbc:sqlite:" + file);
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE invoice (request TEXT PRIMARY KEY)");
            }
            shop.catalog().put(Product.of(CANDLE, "Candle holder", Money.of("2.55", "GBP")));
            shop.inventory().receive(CANDLE, 10, IdempotencyKey.of("delivery-1"));
            var first = request(shop, "buy-1", 6);
            var second = request(shop, "buy-2", 6);

            assertThat(InvoicedSale.sell(shop, pool, first)).isInstanceOf(CheckoutResult.Pending.class);
            assertThat(InvoicedSale.sell(shop, pool, second)).isInstanceOf(CheckoutResult.OutOfStock.class);
            assertThat(invoices(pool)).isEqualTo(1);
            assertThat(shop.housekeep()).isPositive();
            assertThat(shop.checkout().complete(first)).isInstanceOf(CheckoutResult.Confirmed.class);
            assertThat(shop.inventory().level(CANDLE).available()).isEqualTo(4);
        }
    }

    @Test
    void thePageShowsWhatCompiles() throws IOException {
        var source = Files.readString(SOURCE);
        var body = source.substring(source.indexOf("SQLException {\n") + 15, source.lastIndexOf("    }\n}\n"));
        assertThat(Files.readString(Path.of("../../extensions/commerce-jdbc/README.md")))
                .contains("```java\n" + body.stripTrailing().stripIndent() + "\n```\n");
    }
}
