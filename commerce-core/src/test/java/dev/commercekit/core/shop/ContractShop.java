package dev.commercekit.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Principal;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shop;
import dev.commercekit.core.sandbox.SandboxCard;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopPorts;
import dev.commercekit.testkit.shop.ShopUnderTest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shop of the contracts: two instances over one storage in memory, which the oracle judges when they close. */
final class ContractShop implements ShopUnderTest {

    private static final Duration STEP = Duration.ofMinutes(1);

    private final TestShop shop;
    private final Commerce other;

    ContractShop(UnaryOperator<Storage> faults) {
        shop = new TestShop(faults, builder -> builder);
        other = shop.another(builder -> builder);
    }

    @Override
    public ShopPorts ports() {
        return portsOf(shop.commerce);
    }

    @Override
    public ShopPorts second() {
        return portsOf(other);
    }

    @Override
    public ShopPorts as(Principal principal) {
        return portsOf(shop.commerce.as(principal));
    }

    private static ShopPorts portsOf(Shop shop) {
        return new ShopPorts(shop.catalog(), shop.inventory(), shop.carts(), shop.checkout(), shop.orders());
    }

    @Override
    public Optional<PaymentToken> token(PaymentCase what) {
        SandboxCard card = SandboxCard.of(SandboxScript.approves());
        SandboxScript lost = SandboxScript.approves().losingReply(1);
        return Optional.of(
                switch (what) {
                    case APPROVED -> SandboxCards.approved();
                    case DECLINED -> SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
                    case ACTION_REQUIRED -> SandboxCards.requiresAction();
                    case REPLY_LOST -> SandboxCards.losesReply(1);
                    case UNREACHABLE -> SandboxCards.downFor(Duration.ofHours(3));
                    case CAPTURE_DECLINED -> SandboxCards.declinesCaptures(DeclineReason.DO_NOT_HONOR);
                    case CAPTURE_REPLY_LOST -> card.onCapture(lost).token();
                    case REFUND_DECLINED -> SandboxCards.declinesRefunds(DeclineReason.DO_NOT_HONOR);
                    case REFUND_REPLY_LOST -> card.onRefund(lost).token();
                    case RELEASE_REPLY_LOST -> card.onCancel(lost).token();
                });
    }

    @Override
    public Optional<PaymentNotification> completeAction(OrderId order) {
        IdempotencyKey key = IdempotencyKey.of("checkout-" + order + "/pay/1");
        return Optional.of(new PaymentNotification(key, shop.gateway.completeAction(key)));
    }

    @Override
    public boolean letPass(Duration time) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
            shop.clock.advance(left.compareTo(STEP) < 0 ? left : STEP);
            while (shop.commerce.housekeep() > 0) {}
        }
        return true;
    }

    @Override
    public void close() {
        assertThat(shop.oracle().check()).isEmpty();
        letPass(Duration.ofHours(2));
        assertThat(shop.oracle().settled()).isEmpty();
        other.close();
        shop.close();
    }
}
