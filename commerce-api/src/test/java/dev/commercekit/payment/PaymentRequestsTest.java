package dev.commercekit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.money.Money;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequestsTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("k");
    private static final PaymentToken TOKEN = PaymentToken.of("tok_visa");
    private static final GatewayReference REFERENCE = new GatewayReference("pi_1");

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void anAmountIsAboveZero(String amount) {
        Money money = Money.of(amount, "GBP");
        assertThatThrownBy(() -> new AuthorizeRequest(KEY, "n", money, TOKEN, false))
                .hasMessageStartingWith("amount: ");
        assertThatThrownBy(() -> new FollowUpRequest(KEY, REFERENCE, money)).hasMessageStartingWith("amount: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "", " tok", "tok\n"})
    void aTokenIsNoCardNumber(String token) {
        assertThatThrownBy(() -> PaymentToken.of(token)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aTokenNeverPrints() {
        assertThat(TOKEN.value()).isEqualTo("tok_visa");
        assertThat(TOKEN.toString()).isEqualTo("PaymentToken[***]");
    }

    @Test
    void onlyApprovedAndDeclinedAreDefinite() {
        BuyerAction action = BuyerAction.redirect(URI.create("https://bank.example/3ds"));
        assertThat(new PaymentOutcome.Approved(REFERENCE, Money.of("1", "GBP")).definite())
                .isTrue();
        assertThat(new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "05").definite())
                .isTrue();
        assertThat(new PaymentOutcome.ActionRequired(REFERENCE, action).definite())
                .isFalse();
        assertThat(new PaymentOutcome.Unknown("time-out").definite()).isFalse();
    }

    @Test
    void whatIsUnknownForAReasonThatCannotBeKeptIsUnknownAllTheSame() {
        assertThat(new PaymentOutcome.Unknown("502\u0000\ud83d").reason()).isEqualTo("502 \ufffd");
        assertThat(new PaymentOutcome.Unknown("<html>".repeat(1_000)).reason()).hasSize(500);
    }

    @Test
    void aRedirectionLeadsWhereTextCanSay() {
        URI half = URI.create("https://bank.example/\ud83d");
        assertThatThrownBy(() -> BuyerAction.redirect(half)).hasMessage("url: must be valid Unicode");
        URI whole = URI.create("https://bank.example/\ud83d\ude00");
        assertThat(BuyerAction.redirect(whole).url()).contains(whole);
    }

    @Test
    void aRedirectionSaysWhere() {
        assertThat(BuyerAction.redirect(URI.create("https://bank.example/3ds")))
                .isEqualTo(new BuyerAction(
                        "redirect", Optional.of(URI.create("https://bank.example/3ds")), Optional.empty()));
    }
}
