package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Address;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bad input: a typed error that names the field, and nothing changed. */
abstract class InputRules extends PendingRules {

    private static final String CARD = "4242 4242 4242 4242";
    private static final Address ELSEWHERE = Address.of("DE", "Hauptstr. 1", "Berlin", "10115");

    private void nothingHappened() {
        isAt(HOLDER, 10, 0);
        assertThat(orders()).isEmpty();
    }

    @Test
    void nothingMayBeMissing() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        invalid("cartId", () -> ports.checkout().quote(missing()));
        invalid("cartId", () -> ports.checkout().quote(missing(), ADDRESS));
        invalid("shipTo", () -> ports.checkout().quote(request.cart(), missing()));
        invalid("request", () -> ports.checkout().complete(missing()));
        invalid("buyer", () -> ports.checkout().find(missing(), request.key()));
        invalid("idempotencyKey", () -> ports.checkout().find(BUYER, missing()));
        invalid("notification", () -> ports.checkout().settle(missing()));
        nothingHappened();
    }

    @Test
    void noPartOfARequestMayBeMissing() {
        CheckoutRequest r = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        invalid("idempotencyKey", () -> CheckoutRequest.of(missing(), r.cart(), r.quote(), r.token()));
        invalid("cartId", () -> CheckoutRequest.of(r.key(), missing(), r.quote(), r.token()));
        invalid("quote", () -> CheckoutRequest.of(r.key(), r.cart(), missing(), r.token()));
        invalid("paymentToken", () -> CheckoutRequest.of(r.key(), r.cart(), r.quote(), missing()));
        invalid("shipTo", () -> r.shipTo(missing(), CONTACT));
        invalid("contact", () -> r.shipTo(ADDRESS, missing()));
        invalid("contact", () -> r.contact(missing()));
        invalid("capture", () -> r.capture(missing()));
        invalid(
                "shipTo",
                () -> new CheckoutRequest(
                        r.key(), r.cart(), r.quote(), r.token(), missing(), r.contact(), r.capture()));
    }

    @Test
    void aRequestIsForItsQuotesCartAndAddress() {
        CartId cart = cart(HOLDER, 1);
        CheckoutRequest request = request(key(), cart, PaymentCase.APPROVED);
        CheckoutRequest unsent =
                CheckoutRequest.of(key(), cart, ports.checkout().quote(cart), token(PaymentCase.APPROVED));
        invalid("quote", () -> CheckoutRequest.of(key(), cart(HOLDER, 1), request.quote(), request.token()));
        invalid("shipTo", () -> request.shipTo(ELSEWHERE, CONTACT));
        invalid("shipTo", () -> unsent.shipTo(ADDRESS, CONTACT));
        invalid(
                "shipTo",
                () -> new CheckoutRequest(
                        key(),
                        cart,
                        request.quote(),
                        request.token(),
                        Optional.empty(),
                        Optional.empty(),
                        request.capture()));
        nothingHappened();
    }

    @Test
    void aKeyIsShortPrintableText() {
        invalid("idempotencyKey", () -> IdempotencyKey.of("k".repeat(10_000)));
        invalid("idempotencyKey", () -> IdempotencyKey.of("k".repeat(IdempotencyKey.MAX_LENGTH + 1)));
        for (String bad : List.of("", " k", "k ", "k\n", "k\u0000", "kéy")) {
            invalid("idempotencyKey", () -> IdempotencyKey.of(bad));
        }
        IdempotencyKey longest = IdempotencyKey.of("k".repeat(IdempotencyKey.MAX_LENGTH));
        CheckoutRequest request = request(longest, cart(HOLDER, 1), PaymentCase.APPROVED);
        assertThat(confirmed(ports.checkout().complete(request)))
                .isEqualTo(ports.checkout().complete(request));
        isAt(HOLDER, 9, 0);
    }

    @Test
    void aTokenIsNoCardNumberAndNothingMalformed() {
        for (String bad : List.of("", " ", "tok\n", "tok\u0000", "töken", "t".repeat(256), CARD, "4242424242424242")) {
            invalid("paymentToken", () -> PaymentToken.of(bad));
        }
    }

    @Test
    void noCardNumberAndNoControlCharacterComesInWithTheContact() {
        for (String bad : List.of(CARD, "Ada\u0007", "Ada\nBuyer", " ", "", "a".repeat(201))) {
            invalid("name", () -> Contact.of(bad, "ada@example.org"));
        }
        for (String bad : List.of(CARD, "ada\r\n@example.org", "ada", "@example.org", "ada@", "a@b@c")) {
            invalid("email", () -> Contact.of("Ada", bad));
        }
        invalid("phone", () -> new Contact("Ada", "ada@example.org", Optional.of(CARD)));
        invalid("phone", () -> new Contact("Ada", "ada@example.org", Optional.of("1\u001b2")));
    }

    @Test
    void noCardNumberAndNoControlCharacterComesInWithTheAddress() {
        for (String bad : List.of(CARD, "1 High\u0000 Street", "1 High\nStreet", " ", "a".repeat(201))) {
            invalid("lines", () -> Address.of("GB", bad, "London", "N1"));
            invalid("city", () -> Address.of("GB", "1 High Street", bad, "N1"));
            invalid("postalCode", () -> Address.of("GB", "1 High Street", "London", bad));
            invalid(
                    "region",
                    () -> new Address("GB", List.of("1 High Street"), "London", Optional.empty(), Optional.of(bad)));
        }
        for (String bad : List.of("gb", "XX", "GBR", "")) {
            invalid("country", () -> Address.of(bad, "1 High Street", "London", "N1"));
        }
    }

    @Test
    void quantitiesOutOfBoundsNeverReachACheckout() {
        CartId cart = cart(HOLDER, 1);
        for (long bad : new long[] {-1, Long.MIN_VALUE, CartLine.MAX_QUANTITY + 1, Long.MAX_VALUE}) {
            invalid("quantity", () -> ports.carts().setQuantity(cart, HOLDER, bad));
            invalid("quantity", () -> CartLine.of(HOLDER, bad));
        }
        assertThat(ports.checkout().quote(cart).total()).isEqualTo(pounds("2.55"));
    }

    @Test
    void aPriceBeyondAllMoneyIsRefused() {
        price(HOLDER, "9".repeat(24));
        CartId cart = cart(HOLDER, CartLine.MAX_QUANTITY);
        assertThatThrownBy(() -> ports.checkout().quote(cart)).isInstanceOf(InvalidInputException.class);
        nothingHappened();
    }
}
