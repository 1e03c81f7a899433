package dev.commercekit.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Address;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.money.Money;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.pricing.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckoutRequestTest {

    private static final CartId CART = CartId.of("c");
    private static final Address HOME = Address.of("GB", "1 High Street", "Leeds", "LS1 1AA");
    private static final Contact ANN = Contact.of("Ann", "ann@example.com");
    private static final PaymentToken TOKEN = PaymentToken.of("tok_visa");

    @Test
    void goesWhereTheQuoteGoes() {
        CheckoutRequest request = request(CART, quote(Optional.of(HOME)));
        assertThat(request.shipTo()).contains(HOME);
        assertThat(request.capture()).isEqualTo(CaptureMode.ON_SHIPMENT);
        assertThat(request.shipTo(HOME, ANN).contact()).contains(ANN);
    }

    @Test
    void anotherAddressNeedsAnotherQuote() {
        Address office = Address.of("GB", "2 High Street", "Leeds", "LS1 1AA");
        assertThatThrownBy(() -> request(CART, quote(Optional.of(HOME))).shipTo(office, ANN))
                .hasMessage("shipTo: must be the quote's address");
        assertThatThrownBy(() -> request(CART, quote(Optional.empty())).shipTo(HOME, ANN))
                .hasMessage("shipTo: must be the quote's address");
    }

    @Test
    void theQuoteIsOfTheCart() {
        assertThatThrownBy(() -> request(CartId.of("other"), quote(Optional.empty())))
                .hasMessage("quote: must be of the cart");
    }

    @Test
    void changesKeepTheRest() {
        CheckoutRequest request = request(CART, quote(Optional.empty()));
        CheckoutRequest changed = request.capture(CaptureMode.AT_CHECKOUT).contact(ANN);
        assertThat(changed.capture()).isEqualTo(CaptureMode.AT_CHECKOUT);
        assertThat(changed.contact()).contains(ANN);
        assertThat(changed.key()).isEqualTo(request.key());
        assertThat(changed.token()).isEqualTo(TOKEN);
    }

    private static CheckoutRequest request(CartId cart, Quote quote) {
        return CheckoutRequest.of(IdempotencyKey.of("k"), cart, quote, TOKEN);
    }

    private static Quote quote(Optional<Address> shipTo) {
        return new Quote(
                CART, "g", List.of(), List.of(), Money.of("0", "GBP"), shipTo, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
