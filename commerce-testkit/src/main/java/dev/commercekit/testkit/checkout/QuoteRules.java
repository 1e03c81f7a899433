package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.QuoteChanged;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.pricing.Adjustment;
import dev.commercekit.pricing.Quote;
import dev.commercekit.pricing.QuoteLine;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Quotes: what they say, and that nothing is claimed for one that does not hold any more. */
abstract class QuoteRules extends RefusalRules {

    /** Demands that the request is answered by a new quote, that nothing was claimed, and that the new quote is good. */
    private Quote requoted(CheckoutRequest request) {
        CheckoutResult result = ports.checkout().complete(request);
        assertThat(result).isInstanceOf(QuoteChanged.class);
        Quote quote = ((QuoteChanged) result).quote();
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        isAt(HOLDER, 10, 0);
        assertThat(orders()).isEmpty();
        CheckoutRequest accepted = new CheckoutRequest(
                request.key(),
                request.cart(),
                quote,
                request.token(),
                quote.shipTo(),
                request.contact(),
                request.capture());
        assertThat(confirmed(second.checkout().complete(accepted)).total()).isEqualTo(quote.total());
        return quote;
    }

    private static CheckoutRequest with(CheckoutRequest request, Quote quote) {
        return new CheckoutRequest(
                request.key(),
                request.cart(),
                quote,
                request.token(),
                quote.shipTo(),
                request.contact(),
                request.capture());
    }

    private static Quote forged(Quote quote, List<QuoteLine> lines, List<Adjustment> adjustments, Money total) {
        return new Quote(
                quote.cart(), quote.generation(), lines, adjustments, total, quote.shipTo(), quote.expiresAt());
    }

    @Test
    void quotesEachLineRoundedHalfUp() {
        CartLine one = CartLine.of(LineId.of("one"), HOLDER, 1).at(Price.of("0.125", "GBP"));
        CartLine three = CartLine.of(LineId.of("three"), HOLDER, 3)
                .at(Price.of("0.125", "GBP"))
                .with(Map.of("colour", "red"));
        CartId cart = cart(one, three);
        Quote quote = ports.checkout().quote(cart);
        assertThat(quote.total()).isEqualTo(pounds("0.51"));
        assertThat(quote.lines()).extracting(QuoteLine::total).containsExactly(pounds("0.13"), pounds("0.38"));
        assertThat(quote.lines().get(1).attributes()).isEqualTo(three.attributes());
        assertThat(quote.cart()).isEqualTo(cart);
        assertThat(quote.generation())
                .isEqualTo(ports.carts().find(cart).orElseThrow().generation());
        assertThat(quote.shipTo()).isEmpty();
        assertThat(second.checkout().quote(cart, ADDRESS).shipTo()).contains(ADDRESS);
        assertThat(second.checkout().quote(cart).agreesWith(quote)).isTrue();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void offersANewQuoteWhenThePriceHasChanged() {
        CheckoutRequest old = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        price(HOLDER, "2.95");
        assertThat(requoted(old).total()).isEqualTo(pounds("5.90"));
    }

    @Test
    void offersANewQuoteWhenTheCartHasChanged() {
        CheckoutRequest old = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        ports.carts().setQuantity(old.cart(), HOLDER, 3);
        assertThat(requoted(old).total()).isEqualTo(pounds("7.65"));
    }

    @Test
    void offersANewQuoteWhenOnlyAnAttributeHasChanged() {
        CartLine line = CartLine.of(HOLDER, 2);
        CheckoutRequest old = request(key(), cart(line.with(Map.of("engraving", "Ada"))), PaymentCase.APPROVED);
        ports.carts().put(old.cart(), line.with(Map.of("engraving", "Bob")));
        assertThat(requoted(old).lines().get(0).attributes()).isEqualTo(Map.of("engraving", "Bob"));
    }

    @Test
    void offersANewQuoteWhenTheCartWasFilledAnew() {
        CheckoutRequest old = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        ports.carts().clear(old.cart());
        ports.carts().setQuantity(old.cart(), HOLDER, 2);
        assertThat(requoted(old).generation()).isNotEqualTo(old.quote().generation());
    }

    @Test
    void offersANewQuoteWhenTheOldOneHasExpired() {
        CheckoutRequest old = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        pass(Duration.ofHours(2));
        assertThat(requoted(old).expiresAt()).isAfter(old.quote().expiresAt());
    }

    @Test
    void believesNoQuoteOfSomebodyElsesMaking() {
        CheckoutRequest honest = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        Quote quote = honest.quote();
        QuoteLine line = quote.lines().get(0);
        Money penny = pounds("0.01");
        QuoteLine cheap = new QuoteLine(line.id(), HOLDER, line.name(), 2, Map.of(), Price.of("0.005", "GBP"), penny);
        QuoteLine negative =
                new QuoteLine(line.id(), HOLDER, line.name(), -2, Map.of(), line.unitPrice(), line.total());
        QuoteLine huge =
                new QuoteLine(line.id(), HOLDER, line.name(), Long.MAX_VALUE, Map.of(), line.unitPrice(), line.total());
        Money euros = Money.of("5.10", Currency.getInstance("EUR"));
        QuoteLine foreign = new QuoteLine(line.id(), HOLDER, line.name(), 2, Map.of(), Price.of("2.55", "EUR"), euros);
        Adjustment discount = new Adjustment(Adjustment.Kind.DISCOUNT, "For me", pounds("-5.00"));
        for (Quote forged : List.of(
                forged(quote, List.of(cheap), List.of(), penny),
                forged(quote, List.of(negative), List.of(), line.total()),
                forged(quote, List.of(huge), List.of(), line.total()),
                forged(quote, List.of(foreign), List.of(), euros),
                forged(quote, List.of(line), List.of(discount), pounds("0.10")),
                forged(quote, List.of(), List.of(), pounds("0")))) {
            assertThat(ports.checkout().complete(with(honest, forged))).isInstanceOf(QuoteChanged.class);
        }
        isAt(HOLDER, 10, 0);
        assertThat(orders()).isEmpty();
        confirmed(ports.checkout().complete(honest));
    }

    @Test
    void refusesAnEmptyCartAndClaimsNothing() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        ports.carts().clear(request.cart());
        invalid("cart", () -> ports.checkout().quote(request.cart()));
        invalid("cart", () -> ports.checkout().quote(request.cart(), ADDRESS));
        invalid("cart", () -> ports.checkout().complete(request));
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void refusesACartThatIsNotThere() {
        CartId none = CartId.of("none");
        Quote real = ports.checkout().quote(cart(HOLDER, 2));
        Quote quote = new Quote(none, "any", real.lines(), List.of(), real.total(), Optional.empty(), real.expiresAt());
        CheckoutRequest request = CheckoutRequest.of(key(), none, quote, token(PaymentCase.APPROVED));
        unknown("cart", "none", () -> ports.checkout().quote(none));
        unknown("cart", "none", () -> ports.checkout().quote(none, ADDRESS));
        unknown("cart", "none", () -> ports.checkout().complete(request));
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
    }

    @Test
    void refusesGoodsThatTheCatalogHasNotAnyMore() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        ports.catalog().remove(ProductId.of(HOLDER.value()));
        unknown("sku", HOLDER.value(), () -> ports.checkout().quote(request.cart()));
        unknown("sku", HOLDER.value(), () -> ports.checkout().complete(request));
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        price(HOLDER, "2.55");
        confirmed(ports.checkout().complete(request));
    }

    @Test
    void refusesGoodsWithoutAPriceInTheCartsCurrency() {
        CartId cart = ports.carts().open(BUYER, Currency.getInstance("EUR")).id();
        ports.carts().setQuantity(cart, HOLDER, 1);
        invalid("currency", () -> ports.checkout().quote(cart));
        isAt(HOLDER, 10, 0);
    }
}
