package dev.commercekit.testkit.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what. */
abstract class PermissionRules extends InputRules {

    @Test
    void customersBuyForThemselves() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        Checkout mine = shop.as(Principal.customer(ADA)).checkout();
        assertThat(mine.quote(request.cart(), ADDRESS).agreesWith(request.quote()))
                .isTrue();
        CheckoutResult result = mine.complete(request);
        assertThat(mine.complete(request)).isEqualTo(result);
        assertThat(mine.find(BUYER, request.key())).contains(result);
        assertThat(ports.orders().timeline(confirmed(result).order()))
                .extracting(OrderEvent::header)
                .extracting(OrderEvent.Header::actor)
                .containsOnly("ada");
    }

    @Test
    void whoeverMayActForBuyersDoes() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        Checkout clerk =
                shop.as(Principal.of("clerk", Permission.ACT_FOR_BUYERS)).checkout();
        CheckoutResult result = clerk.complete(request);
        assertThat(clerk.find(BUYER, request.key())).contains(result);
        confirmed(result);
    }

    @Test
    void nobodyElseBuysForThem() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        for (Checkout other : List.of(
                lacking(Permission.ACT_FOR_BUYERS).checkout(),
                shop.as(Principal.customer(CustomerId.of("bob"))).checkout())) {
            denied(Permission.ACT_FOR_BUYERS, () -> other.quote(request.cart()));
            denied(Permission.ACT_FOR_BUYERS, () -> other.quote(request.cart(), ADDRESS));
            denied(Permission.ACT_FOR_BUYERS, () -> other.complete(request));
            denied(Permission.ACT_FOR_BUYERS, () -> other.find(BUYER, request.key()));
        }
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void nobodyElseHearsTheAnswer() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        confirmed(ports.checkout().complete(request));
        Checkout bob = shop.as(Principal.customer(CustomerId.of("bob"))).checkout();
        denied(Permission.ACT_FOR_BUYERS, () -> bob.complete(request));
        denied(Permission.ACT_FOR_BUYERS, () -> bob.find(BUYER, request.key()));
    }

    @Test
    void noCustomerIsAGuest() {
        CartId cart = ports.carts().open(Buyer.guest("ada"), GBP).id();
        ports.carts().setQuantity(cart, HOLDER, 1);
        CheckoutRequest request = request(key(), cart, PaymentCase.APPROVED);
        Checkout ada = shop.as(Principal.customer(ADA)).checkout();
        denied(Permission.ACT_FOR_BUYERS, () -> ada.quote(cart));
        denied(Permission.ACT_FOR_BUYERS, () -> ada.complete(request));
        denied(Permission.ACT_FOR_BUYERS, () -> ada.find(Buyer.guest("ada"), request.key()));
        isAt(HOLDER, 10, 0);
    }

    @Test
    void theKeyOfOneGuestIsNothingToAnother() {
        CheckoutResult one = confirmed(ports.checkout().complete(asGuest("session 1")));
        CheckoutResult other = confirmed(ports.checkout().complete(asGuest("session 2")));
        assertThat(other).isNotEqualTo(one);
        assertThat(ports.checkout().find(Buyer.guest("session 1"), key("k"))).contains(one);
        assertThat(ports.checkout().find(Buyer.guest("session 2"), key("k"))).contains(other);
    }

    private CheckoutRequest asGuest(String session) {
        CartId cart = ports.carts().open(Buyer.guest(session), GBP).id();
        ports.carts().setQuantity(cart, HOLDER, 1);
        return request(key("k"), cart, PaymentCase.APPROVED);
    }

    @Test
    void notificationsNeedAPermission() {
        PaymentNotification notification = new PaymentNotification(
                IdempotencyKey.of("any"), new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "x"));
        denied(
                Permission.MANAGE_ORDERS,
                () -> lacking(Permission.MANAGE_ORDERS).checkout().settle(notification));
    }
}
