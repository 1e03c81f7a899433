package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.core.sandbox.SandboxCard;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.util.SplittableRandom;

/** The cards of the crowd: of a hundred, 82 are good, 8 are declined, and of 10 nobody knows at first what became of them. */
final class Cards {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final PaymentToken POOR = SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
    private static final PaymentToken UNKNOWN_THEN_POOR = SandboxCard.of(
                    SandboxScript.declines(DeclineReason.INSUFFICIENT_FUNDS).losingRequest(1))
            .token();

    private final long seed;

    Cards(long seed) {
        this.seed = seed;
    }

    PaymentToken of(int buyer) {
        int chance = new SplittableRandom(seed + buyer * SPREAD).nextInt(100);
        if (chance < 82) {
            return SandboxCards.approved();
        }
        if (chance < 90) {
            return POOR;
        }
        return switch (chance) {
            case 90, 91, 92 -> SandboxCards.losesReply(1);
            case 93, 94, 95 -> SandboxCards.losesRequest(1);
            case 96, 97 -> SandboxCards.throwsAfterwards(1);
            default -> UNKNOWN_THEN_POOR;
        };
    }
}
