package dev.commercekit.core.sandbox;

import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.testkit.payment.PaymentGatewayContract;
import java.util.Optional;

class SandboxGatewayTest extends PaymentGatewayContract {

    @Override
    protected PaymentGateway gateway() {
        return SandboxGateway.at(new SettableClock());
    }

    @Override
    protected PaymentToken approvingToken() {
        return SandboxCards.approved();
    }

    @Override
    protected PaymentToken decliningToken() {
        return SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
    }

    @Override
    protected Optional<PaymentToken> actionToken() {
        return Optional.of(SandboxCards.requiresAction());
    }

    @Override
    protected int contended() {
        return 300;
    }
}
