package dev.commercekit.testkit.shop;

import dev.commercekit.account.Principal;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.Optional;

/**
 * A shop with nothing in it, wherever its parts are. Its quotes and the time that it holds stock last no less than five minutes
 * and no more than an hour. Its gateway captures an authorization in several parts.
 */
public interface ShopUnderTest extends AutoCloseable {

    /** Returns the ports, on behalf of the host, who may do everything. */
    ShopPorts ports();

    /** Returns the same shop's ports by another instance, as a second process would have; by default the same. */
    default ShopPorts second() {
        return ports();
    }

    /** Returns the ports on behalf of a principal. */
    ShopPorts as(Principal principal);

    /** Returns a payment method that behaves so; empty skips the tests that need it, except where all is approved or declined. */
    Optional<PaymentToken> token(PaymentCase what);

    /**
     * Does at the gateway what the buyer of a waiting order must do, and tells the shop nothing.
     *
     * @return what the gateway would notify the shop of; empty, as this does, skips the tests that need it
     */
    default Optional<PaymentNotification> completeAction(OrderId order) {
        return Optional.empty();
    }

    /**
     * Lets so much of the shop's time pass and does all background work that is due meanwhile.
     *
     * @return whether it did; the tests that need it are skipped otherwise, as this does
     */
    default boolean letPass(Duration time) {
        return false;
    }

    /** Returns how many threads contend; more in memory, fewer over a network. */
    default int contenders() {
        return 8;
    }

    /** Returns how many threads rush at one product; more in memory, fewer over a network. */
    default int crowd() {
        return 64;
    }

    /** Closes the shop, after each test. */
    @Override
    void close();
}
