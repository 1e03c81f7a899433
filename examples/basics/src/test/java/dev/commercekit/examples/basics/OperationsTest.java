package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Buyer;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.testkit.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The programs of the page on operations compile, run and are the very same. */
class OperationsTest {

    private static final Path PAGE = Path.of("../../docs/operations.md");
    private static final Path SOURCE = Path.of("src/main/java/dev/commercekit/examples/basics/Operations.java");

    @Test
    void thePageShowsWhatCompiles() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains("```java\n" + body("Set<IdempotencyKey> lost) {\n", "    }\n\n    /**") + "```\n");
        assertThat(page).contains("```java\n" + body("open() {\n", "        return shop;\n") + "```\n");
    }

    @Test
    void whatIsParkedIsDecidedAndAudited() {
        ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");
        try (Commerce shop = Commerce.builder().time(clock).manual().build()) {
            Sku candle = Sku.of("CANDLE");
            shop.catalog().put(Product.of(candle, "Candle holder", Money.of("2.55", "GBP")));
            shop.inventory().receive(candle, 1, IdempotencyKey.of("delivery"));
            var cart = shop.carts().open(Buyer.guest("session"), Currency.getInstance("GBP"));
            shop.carts().setQuantity(cart.id(), candle, 1);
            var request = CheckoutRequest.of(
                    IdempotencyKey.of("k"),
                    cart.id(),
                    shop.checkout().quote(cart.id()),
                    SandboxCards.downFor(Duration.ofDays(3)));
            assertThat(shop.checkout().complete(request)).isInstanceOf(CheckoutResult.Pending.class);
            clock.advance(Duration.ofHours(26));
            while (shop.housekeep() > 0) {}

            var parked = shop.operator().parkedWorkflows(10).get(0);
            Operations.decide(shop, Set.of(parked.request().orElseThrow()));

            assertThat(shop.checkout().complete(request)).isInstanceOf(CheckoutResult.Cancelled.class);
            assertThat(shop.operator().audit(PageRequest.first(10)).items())
                    .extracting(AuditEntry::actor)
                    .containsExactly("olga");
        }
    }

    @Test
    void aShopOpensWithTimesOfItsOwn() {
        try (Commerce shop = Operations.open()) {
            assertThat(shop.operator().parkedWorkflows(10)).isEmpty();
        }
    }

    private static String body(String start, String end) throws IOException {
        String source = Files.readString(SOURCE);
        int from = source.indexOf(start) + start.length();
        return source.substring(from, source.indexOf(end, from)).stripTrailing().stripIndent() + "\n";
    }
}
