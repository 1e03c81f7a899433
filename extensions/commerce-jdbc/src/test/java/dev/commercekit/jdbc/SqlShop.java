package dev.commercekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Principal;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.core.Shop;
import dev.commercekit.core.sandbox.SandboxCard;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopPorts;
import dev.commercekit.testkit.shop.ShopUnderTest;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A whole shop in a database, two instances of it, judged by the oracle when it closes. Where the database's time cannot be
 * moved, nothing waits for a second answer of the gateway, since real time may have passed before it is looked at.
 */
final class SqlShop implements ShopUnderTest {

    private static final int STEPS = 6;

    private final Optional<ManualClock> clock;
    private final Consumer<Instant> databaseTime;
    final SandboxGateway gateway;
    private final Supplier<JdbcStorage> storages;
    private final Storage reader;
    final Commerce commerce;
    final Commerce other;

    private SqlShop(Supplier<JdbcStorage> storages, Optional<ManualClock> clock, Consumer<Instant> databaseTime) {
        this.storages = storages;
        this.clock = clock;
        this.databaseTime = databaseTime;
        this.gateway = SandboxGateway.at(clock.isPresent() ? clock.get() : InstantSource.system());
        clock.ifPresent(moved -> databaseTime.accept(moved.instant()));
        commerce = open();
        other = open();
        reader = storages.get();
        reader.open(commerce.tables());
    }

    /** Returns a shop in real time. */
    static SqlShop inRealTime(Supplier<JdbcStorage> storages) {
        return new SqlShop(storages, Optional.empty(), time -> {});
    }

    /** Returns a shop of which the time passes only when it is let, also in the database, which is told of it. */
    static SqlShop inManualTime(Supplier<JdbcStorage> storages, Consumer<Instant> databaseTime) {
        return new SqlShop(storages, Optional.of(ManualClock.at("2026-01-05T09:00:00Z")), databaseTime);
    }

    /** Returns one more instance, which the caller closes. */
    Commerce open() {
        CommerceBuilder builder = Commerce.builder()
                .storage(storages.get())
                .payments(Shared.of(gateway))
                .manual();
        clock.ifPresent(moved -> builder.time(moved));
        return builder.build();
    }

    @Override
    public ShopPorts ports() {
        return portsOf(commerce);
    }

    @Override
    public ShopPorts second() {
        return portsOf(other);
    }

    @Override
    public ShopPorts as(Principal principal) {
        return portsOf(commerce.as(principal));
    }

    private static ShopPorts portsOf(Shop shop) {
        return new ShopPorts(shop.catalog(), shop.inventory(), shop.carts(), shop.checkout(), shop.orders());
    }

    @Override
    public Optional<PaymentToken> token(PaymentCase what) {
        boolean waits = EnumSet.of(
                        PaymentCase.REPLY_LOST,
                        PaymentCase.CAPTURE_REPLY_LOST,
                        PaymentCase.REFUND_REPLY_LOST,
                        PaymentCase.RELEASE_REPLY_LOST)
                .contains(what);
        if (waits && clock.isEmpty()) {
            return Optional.empty();
        }
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
        return Optional.of(new PaymentNotification(key, gateway.completeAction(key)));
    }

    @Override
    public boolean letPass(Duration time) {
        clock.ifPresent(moved -> {
            for (int i = 0; i < STEPS; i++) {
                moved.advance(time.dividedBy(STEPS));
                databaseTime.accept(moved.instant());
                while (commerce.housekeep() > 0) {}
            }
        });
        return clock.isPresent();
    }

    @Override
    public void close() {
        ShopOracle oracle = new ShopOracle(reader, commerce.tables(), gateway, commerce.orders());
        assertThat(oracle.check()).isEmpty();
        while (commerce.housekeep() > 0) {}
        assertThat(letPass(Duration.ofHours(2)) ? oracle.settled() : oracle.check())
                .isEmpty();
        reader.close();
        other.close();
        commerce.close();
    }
}
