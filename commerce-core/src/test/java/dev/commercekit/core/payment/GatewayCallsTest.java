package dev.commercekit.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.workflow.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayCallsTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("checkout-1/pay/1");
    private static final PaymentOutcome DECLINED =
            new PaymentOutcome.Declined(DeclineReason.ACTION_NOT_COMPLETED, "cancelled");
    private static final PaymentOutcome APPROVED =
            new PaymentOutcome.Approved(new GatewayReference("a1"), Money.of("2.55", "GBP"));

    private final PaymentGateway gateway = mock(PaymentGateway.class);
    private final GatewayCalls calls = new GatewayCalls(gateway);

    @Test
    void believesThatMoneyMovedIfNotificationsContradictEachOther() {
        assertThat(outcomeAfter(DECLINED, APPROVED)).isEqualTo(APPROVED);
        assertThat(outcomeAfter(APPROVED, DECLINED)).isEqualTo(APPROVED);
        assertThat(outcomeAfter(DECLINED)).isEqualTo(DECLINED);
        verifyNoInteractions(gateway);
    }

    @Test
    void asksWhereANotificationTellsOfAnotherRequest() {
        Call call = mock(Call.class);
        when(call.key()).thenReturn(IdempotencyKey.of("checkout-1/give-back/1"));
        when(call.mayBeSent()).thenReturn(true);
        when(call.signals()).thenReturn(List.of(GatewayCalls.signal(new PaymentNotification(KEY, APPROVED))));
        assertThat(calls.outcome(call, asked -> DECLINED)).isEqualTo(DECLINED);
    }

    private PaymentOutcome outcomeAfter(PaymentOutcome... told) {
        Call call = mock(Call.class);
        when(call.key()).thenReturn(KEY);
        when(call.signals())
                .thenReturn(List.of(told).stream()
                        .map(outcome -> GatewayCalls.signal(new PaymentNotification(KEY, outcome)))
                        .toList());
        return calls.outcome(call, asked -> new PaymentOutcome.Unknown("not asked"));
    }
}
