package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Rounding;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;

/** A gateway that approves less than it was asked for buys nothing, and gets its money back. */
class PartialApprovalTest {

    private final TestShop shop = new TestShop();
    private final Commerce halved = Commerce.builder()
            .storage(Shared.of(shop.storage))
            .payments(Shared.of(halving(shop.gateway)))
            .clock(shop.clock)
            .nanos(shop.clock::nanos)
            .manual()
            .build();

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().settled()).isEmpty();
        halved.close();
        shop.close();
    }

    @Test
    void whatIsApprovedInPartIsReleased() {
        shop.receive(HOLDER, 10);
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 6), SandboxCards.approved());

        assertThat(halved.checkout().complete(request)).isInstanceOf(Cancelled.class);

        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
    }

    @Test
    void whatIsTakenInPartIsRefunded() {
        shop.receive(HOLDER, 10);
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 6), SandboxCards.approved());

        assertThat(halved.checkout().complete(request.capture(CaptureMode.AT_CHECKOUT)))
                .isInstanceOf(Cancelled.class);

        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED, Kind.REFUNDED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
    }

    private List<Kind> ledger() {
        return shop.gateway.entries().stream().map(Entry::kind).toList();
    }

    /** Returns a gateway that sets aside half of what it is asked for, and says so. */
    private static PaymentGateway halving(PaymentGateway gateway) {
        PaymentGateway halving = mock(PaymentGateway.class, AdditionalAnswers.delegatesTo(gateway));
        doAnswer(call -> {
                    AuthorizeRequest asked = call.getArgument(0);
                    return gateway.authorize(new AuthorizeRequest(
                            asked.key(),
                            asked.reference(),
                            asked.amount().share(1, 2, Rounding.DOWN),
                            asked.token(),
                            asked.capture()));
                })
                .when(halving)
                .authorize(any());
        return halving;
    }
}
