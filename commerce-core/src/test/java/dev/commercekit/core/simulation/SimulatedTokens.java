package dev.commercekit.core.simulation;

import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.sandbox.SandboxOperation;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;
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

    static PaymentToken any(Luck luck) {
        return luck.percent(luck.temper().plainCards())
                ? SandboxCards.approved()
                : luck.any(ODD).get();
    }

    /** Makes the next request of some other kind odd. */
    static void oddFollowUp(Luck luck, SandboxGateway gateway) {
        gateway.next(luck.any(OPERATIONS), luck.any(FOLLOW_UPS).get());
    }
}
