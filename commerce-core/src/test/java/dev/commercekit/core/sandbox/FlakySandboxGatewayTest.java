package dev.commercekit.core.sandbox;

import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;

/** The contract holds as well for a host that repeats itself while requests and replies get lost. */
class FlakySandboxGatewayTest extends SandboxGatewayTest {

    @Override
    protected PaymentToken approvingToken() {
        SandboxScript flaky =
                SandboxScript.approves().losingRequest(1).losingReply(2).throwing();
        return new SandboxCard(flaky, flaky, flaky, flaky).token();
    }

    @Override
    protected PaymentToken decliningToken() {
        return SandboxCard.of(
                        SandboxScript.declines(DeclineReason.SUSPECTED_FRAUD).losingReply(1))
                .token();
    }
}
