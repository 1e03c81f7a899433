package dev.commercekit.examples.basics.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.catalog.Sku;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxGateway;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayerTest {
    private final SandboxGateway gateway = SandboxGateway.at(InstantSource.system());

    @Test
    void runAgainItSellsNothingTwice() throws Exception {
        var book = InvoiceBook.read(Months.OURS);
        try (var shop = Commerce.builder().payments(gateway).build()) {
            var first = replay(book, shop);
            var moved = gateway.entries();

            var second = replay(book, shop);

            assertThat(second.sales()).hasSize(6).isEqualTo(first.sales());
            assertThat(second.surprises()).isEmpty();
            assertThat(gateway.entries()).isEqualTo(moved);
        }
    }

    @Test
    void itLeavesTheStockThatIsWorkedOutInTheReadme() throws Exception {
        try (var shop = Commerce.builder().payments(gateway).build()) {
            replay(InvoiceBook.read(Months.OURS), shop);

            for (var code : new String[] {"10001", "10002A", "10002a", "10003", "10004", "10006", "10007", "POST"}) {
                assertThat(shop.inventory().level(Sku.of(code)).available())
                        .as(code)
                        .isZero();
            }
            assertThat(shop.inventory().level(Sku.of("10005")).available()).isEqualTo(5);
        }
    }

    @Test
    void whatDoesNotGoAsItMustIsTold() throws Exception {
        var book = InvoiceBook.read(Months.OURS);
        try (var shop = Commerce.builder().payments(gateway).build()) {
            var empty = new ShopOpening(ShopOpening.before(book).products(), Map.of(), Set.of());
            empty.stockUp(shop.catalog(), shop.inventory());
            var replayer = new Replayer(shop);
            book.invoices().forEach(replayer::replay);

            assertThat(replayer.done().sales()).isEmpty();
            assertThat(replayer.done().surprises())
                    .anyMatch(surprise -> surprise.startsWith("700001: OutOfStock"))
                    .anyMatch(surprise -> surprise.startsWith("adjust/700003/1: stock of 10001"));
        }
    }

    private static Replayer.Done replay(InvoiceBook book, Commerce shop) {
        ShopOpening.before(book).stockUp(shop.catalog(), shop.inventory());
        var replayer = new Replayer(shop);
        book.invoices().forEach(replayer::replay);
        return replayer.done();
    }
}
