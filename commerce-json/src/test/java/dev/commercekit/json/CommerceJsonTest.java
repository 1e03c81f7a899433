package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.commercekit.Cursor;
import dev.commercekit.InvalidInputException;
import dev.commercekit.Page;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.payment.BuyerAction;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.workflow.StateCodec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommerceJsonTest {

    private static final JsonCodec<CheckoutResult> RESULTS = CommerceJson.codec(CheckoutResult.class);

    private record Unchecked(Sku sku) {}

    @Test
    void moneyIsATextAndACurrency() {
        JsonCodec<Money> codec = CommerceJson.codec(Money.class);
        assertThat(codec.write(Money.of("2.5", "GBP"))).isEqualTo("{\"amount\":\"2.50\",\"currency\":\"GBP\"}");
        assertThat(codec.read("{\"currency\":\"GBP\",\"amount\":\"2.50\"}")).isEqualTo(Money.of("2.50", "GBP"));
        assertThat(CommerceJson.codec(Price.class).write(Price.of("0.0000001", "EUR")))
                .isEqualTo("{\"amount\":\"0.0000001\",\"currency\":\"EUR\"}");
    }

    @Test
    void idsArePlainText() {
        assertThat(CommerceJson.codec(Sku.class).write(Sku.of("85123A"))).isEqualTo("\"85123A\"");
        assertThat(CommerceJson.codec(Sku.class).read("\"85123A\"")).isEqualTo(Sku.of("85123A"));
    }

    @Test
    void idsAreKeysOfMaps() {
        var codec = CommerceJson.codec(new TypeReference<Map<Sku, Long>>() {});
        assertThat(codec.write(Map.of(Sku.of("85123A"), 6L))).isEqualTo("{\"85123A\":6}");
        assertThat(codec.read("{\"85123A\":6}")).isEqualTo(Map.of(Sku.of("85123A"), 6L));
    }

    @Test
    void aTokenTravelsAsItIs() {
        assertThat(CommerceJson.codec(PaymentToken.class).write(PaymentToken.of("tok_visa")))
                .isEqualTo("\"tok_visa\"");
    }

    @Test
    void aCaseOfASealedTypeCarriesItsNameFirst() {
        CheckoutResult result = new CheckoutResult.OutOfStock(List.of(new Shortage(Sku.of("A"), 6, 5)));
        String json = "{\"type\":\"out-of-stock\",\"shortages\":[{\"sku\":\"A\",\"requested\":6,\"available\":5}]}";
        assertThat(RESULTS.write(result)).isEqualTo(json);
        assertThat(RESULTS.read(json)).isEqualTo(result);
        assertThat(CommerceJson.codec(CheckoutResult.OutOfStock.class).write((CheckoutResult.OutOfStock) result))
                .isEqualTo(json);
        assertThat(CommerceJson.codec(CheckoutResult.OutOfStock.class).read(json))
                .isEqualTo(result);
    }

    /** Storages keep documents in forms that sort the properties. */
    @Test
    void theNameOfACaseMayStandAnywhere() {
        String json =
                "{\"order\":\"o-1\",\"unknown\":{\"type\":\"x\"},\"action\":{\"url\":\"https://bank.example/3ds\","
                        + "\"kind\":\"redirect\",\"expiresAt\":null},\"type\":\"pending\"}";
        assertThat(RESULTS.read(json))
                .isEqualTo(new CheckoutResult.Pending(
                        OrderId.of("o-1"), Optional.of(BuyerAction.redirect(URI.create("https://bank.example/3ds")))));
    }

    @Test
    void anEmptyOptionalIsNullAndStaysThere() {
        assertThat(RESULTS.write(new CheckoutResult.Pending(OrderId.of("o-1"), Optional.empty())))
                .isEqualTo("{\"type\":\"pending\",\"order\":\"o-1\",\"action\":null}");
    }

    @Test
    void genericRecordsKnowTheirElements() {
        var codec = CommerceJson.codec(new TypeReference<Page<CheckoutResult>>() {});
        var page = new Page<CheckoutResult>(
                List.of(new CheckoutResult.Confirmed(
                        OrderId.of("o-1"), OrderNumber.ofRandom(1), Money.of("1.00", "GBP"))),
                Optional.of(new Cursor("next")));
        assertThat(codec.read(codec.write(page))).isEqualTo(page);
        assertThat(CommerceJson.codec(new TypeReference<Page<CheckoutResult>>() {}.getType())
                        .write(page))
                .isEqualTo(codec.write(page));
    }

    @Test
    void setsAreSorted() {
        Principal principal = Principal.of("clerk", Permission.values());
        assertThat(CommerceJson.codec(Principal.class).write(principal))
                .endsWith(
                        "[\"MANAGE_CATALOG\",\"MANAGE_STOCK\",\"SET_PRICES\",\"ACT_FOR_BUYERS\",\"MANAGE_ORDERS\",\"OPERATE\"]}");
        assertThat(CommerceJson.codec(Principal.class)
                        .read(CommerceJson.codec(Principal.class).write(principal)))
                .isEqualTo(principal);
    }

    @Test
    void bytesAreTheSameDocument() {
        CheckoutResult result = new CheckoutResult.Refused("too-young", Map.of("why", "too young \ud83d\ude00"));
        assertThat(RESULTS.read(RESULTS.writeBytes(result))).isEqualTo(result);
    }

    @Test
    void aCodecIsAStateCodec() {
        StateCodec<Buyer> codec = CommerceJson.codec(Buyer.class);
        assertThat(codec.decode(codec.encode(Buyer.customer("c-1")))).isEqualTo(Buyer.customer("c-1"));
    }

    @Test
    void nullIsNeverWritten() {
        JsonCodec<Unchecked> codec = CommerceJson.codec(Unchecked.class);
        assertThatThrownBy(() -> codec.write(null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> codec.write(new Unchecked(null))).hasMessage("sku: must not be null");
    }

    @Test
    void aMapperOfTheHostIsItsOwn() throws Exception {
        assertThat(CommerceJson.mapper()).isNotSameAs(CommerceJson.mapper());
        assertThat(CommerceJson.mapper().readValue("\"2026-01-01T00:00:00Z\"", Instant.class))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
