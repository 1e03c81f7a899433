package dev.commercekit.core.shop;

import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.sandbox.SandboxOperation;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** How the gateway treats a payment: a good half of all are plain, the others what a gateway may do within its promises. */
final class SimulatedTokens {

    private static final List<Supplier<PaymentToken>> ODD = List.of(
            () -> SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS),
            () -> SandboxCards.losesReply(2),
            () -> SandboxCards.losesRequest(2),
            () -> SandboxCards.throwsAfterwards(1),
            SandboxCards::late,
            () -> SandboxCards.late(Duration.ofMinutes(3)),
            () -> SandboxCards.late(Duration.ofMinutes(50)),
            SandboxCards::requiresAction,
            SandboxCards::requiresAction,
            () -> SandboxCards.requiresAction(Duration.ofMinutes(4)),
            () -> SandboxCards.requiresAction(Duration.ofHours(2)),
            SandboxCards::executesAfterCancel,
            SandboxCards::serverErrorAfterwards,
            SandboxCards::serverErrorInstead,
            () -> SandboxCards.downFor(Duration.ofMinutes(2)),
            () -> SandboxCards.downFor(Duration.ofMinutes(40)),
            () -> SandboxCards.declinesCaptures(DeclineReason.DO_NOT_HONOR));

    private static final List<Supplier<SandboxScript>> FOLLOW_UPS = List.of(
            () -> SandboxScript.approves().losingReply(2),
            () -> SandboxScript.approves().losingRequest(1),
            () -> SandboxScript.approves().losingReply(1).throwing(),
            () -> SandboxScript.approves().late(Duration.ofMinutes(2)),
            () -> SandboxScript.approves().answeringServerError());

    private static final List<SandboxOperation> OPERATIONS =
            List.of(SandboxOperation.CAPTURE, SandboxOperation.REFUND, SandboxOperation.CANCEL);

    private SimulatedTokens() {}

    static PaymentToken any(Random random) {
        return random.nextInt(100) < 45
                ? SandboxCards.approved()
                : ODD.get(random.nextInt(ODD.size())).get();
    }

    /** Makes the next request of some other kind odd. */
    static void oddFollowUp(Random random, SandboxGateway gateway) {
        gateway.next(
                OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                FOLLOW_UPS.get(random.nextInt(FOLLOW_UPS.size())).get());
    }
}
