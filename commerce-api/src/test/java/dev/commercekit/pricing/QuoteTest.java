package dev.commercekit.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Address;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.CurrencyMismatchException;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {

    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void thePartsSumToTheTotal() {
        assertThat(quote("12.30", line("10.00"), line("5.30"), adjustment("-5.00"), adjustment("2.00"))
                        .total())
                .isEqualTo(Money.of("12.30", "GBP"));
        assertThatThrownBy(() -> quote("12.31", line("10.00"), line("5.30"), adjustment("-3.00")))
                .hasMessage("total: must be the sum of the lines and adjustments");
    }

    @Test
    void nothingCostsNothing() {
        assertThat(quote("0").total().isZero()).isTrue();
        assertThat(quote("0", line("5.00"), adjustment("-5.00")).total().isZero())
                .isTrue();
    }

    @Test
    void theTotalIsNeverNegative() {
        assertThatThrownBy(() -> quote("-1.00", line("5.00"), adjustment("-6.00")))
                .hasMessage("total: must not be negative");
    }

    @Test
    void thereIsOneCurrency() {
        assertThatThrownBy(() ->
                        quote("5.00", line("5.00"), new Adjustment(Adjustment.Kind.FEE, "x", Money.of("0", "EUR"))))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "\ud800"})
    void theGenerationIsOneThatACartCanHave(String generation) {
        Quote quote = quote("0");
        for (String bad : List.of(generation, "g".repeat(65))) {
            assertThatThrownBy(() -> with(quote, quote.cart(), bad, Optional.empty()))
                    .hasMessageStartingWith("generation: ");
        }
    }

    @Test
    void aQuoteHasAsManyLinesAsACart() {
        assertThat(quote("0", Collections.nCopies(1_200, line("0")).toArray()).lines())
                .hasSize(1_200);
        assertThatThrownBy(
                        () -> quote("0", Collections.nCopies(1_201, line("0")).toArray()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void quotesAgreeIfOnlyTheirExpiryDiffers() {
        Quote quote = quote("5.00", line("5.00"));
        Quote renewed = new Quote(
                quote.cart(), "g", quote.lines(), List.of(), quote.total(), Optional.empty(), LATER.plusSeconds(60));
        assertThat(quote.agreesWith(renewed)).isTrue();
        assertThat(quote).isNotEqualTo(renewed);
    }

    @Test
    void quotesDisagreeIfTheBuyerWouldNoticeIt() {
        Quote quote = quote("5.00", line("5.00"));
        Address address = Address.of("GB", "1 High Street", "Leeds", "LS1 1AA");
        assertThat(List.of(
                        quote("6.00", line("6.00")),
                        quote("5.00", line("6.00"), adjustment("-1.00")),
                        quote("5.00", line("2.00"), line("3.00")),
                        with(quote, CartId.of("other"), "g", Optional.empty()),
                        with(quote, quote.cart(), "h", Optional.empty()),
                        with(quote, quote.cart(), "g", Optional.of(address))))
                .noneMatch(quote::agreesWith);
    }

    private static Quote with(Quote quote, CartId cart, String generation, Optional<Address> shipTo) {
        return new Quote(cart, generation, quote.lines(), quote.adjustments(), quote.total(), shipTo, LATER);
    }

    private static Quote quote(String total, Object... parts) {
        List<Object> all = List.of(parts);
        return new Quote(
                CartId.of("c"),
                "g",
                all.stream()
                        .filter(QuoteLine.class::isInstance)
                        .map(QuoteLine.class::cast)
                        .toList(),
                all.stream()
                        .filter(Adjustment.class::isInstance)
                        .map(Adjustment.class::cast)
                        .toList(),
                Money.of(total, "GBP"),
                Optional.empty(),
                LATER);
    }

    private static QuoteLine line(String total) {
        return new QuoteLine(
                LineId.of("l"), Sku.of("A"), "A", 1, Map.of(), Price.of(total, "GBP"), Money.of(total, "GBP"));
    }

    private static Adjustment adjustment(String amount) {
        return new Adjustment(Adjustment.Kind.DISCOUNT, "spring", Money.of(amount, "GBP"));
    }
}
