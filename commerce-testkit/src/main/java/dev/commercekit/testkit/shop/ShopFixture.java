package dev.commercekit.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop with two products, ten candle holders and no lantern, and short forms of what tests do with it. */
public abstract class ShopFixture {

    /** The currency of all prices. */
    protected static final Currency GBP = Currency.getInstance("GBP");
    /** A candle holder: 2.55 each, and ten of them. */
    protected static final Sku HOLDER = Sku.of("85123A");
    /** A lantern: 3.39 each, and none there. */
    protected static final Sku LANTERN = Sku.of("71053");
    /** The customer who buys. */
    protected static final CustomerId ADA = CustomerId.of("ada");
    /** The same, as a buyer. */
    protected static final Buyer BUYER = new Buyer.Customer(ADA);
    /** Where it is sent. */
    protected static final Address ADDRESS = Address.of("GB", "1 High Street", "London", "N1 9GU");
    /** How the buyer is reached. */
    protected static final Contact CONTACT = Contact.of("Ada Buyer", "ada@example.org");

    /** The shop under test. */
    protected ShopUnderTest shop;
    /** Its ports. */
    protected ShopPorts ports;
    /** Its ports by another instance. */
    protected ShopPorts second;

    private int keys;

    /** Creates the fixture; the test framework does. */
    @SuppressWarnings("NullAway.Init")
    protected ShopFixture() {}

    /** Returns a shop with nothing in it. Called once for each test, which closes it. */
    protected abstract ShopUnderTest createShop();

    @BeforeEach
    final void openShop() {
        shop = createShop();
        ports = shop.ports();
        second = shop.second();
        price(HOLDER, "2.55");
        price(LANTERN, "3.39");
        receive(HOLDER, 10);
    }

    @AfterEach
    final void closeShop() {
        shop.close();
    }

    /** Returns one of the two instances. */
    protected final ShopPorts instance(int number) {
        return number % 2 == 0 ? ports : second;
    }

    /** Returns a key that was not used before. */
    protected final IdempotencyKey key() {
        return IdempotencyKey.of("key " + keys++);
    }

    /** Returns the key with the given text. */
    protected static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    /** Returns so many pounds. */
    protected static Money pounds(String amount) {
        return Money.of(amount, GBP);
    }

    /** Sets what one unit costs. */
    protected final void price(Sku sku, String amount) {
        ports.catalog().put(Product.of(sku, "The " + sku, Price.of(amount, "GBP")));
    }

    /** Adds units to the stock. */
    protected final void receive(Sku sku, long units) {
        ports.inventory().receive(sku, units, key());
    }

    /** Demands a level of stock. */
    protected final void isAt(Sku sku, long available, long held) {
        StockLevel level = new StockLevel(sku, StockPolicy.TRACKED, available, held);
        assertThat(ports.inventory().level(sku)).isEqualTo(level);
        assertThat(second.inventory().level(sku)).isEqualTo(level);
    }

    /** Opens a cart with the given lines. */
    protected final CartId cart(CartLine... lines) {
        CartId cart = ports.carts().open(BUYER, GBP).id();
        ports.carts().put(cart, List.of(lines));
        return cart;
    }

    /** Opens a cart with units of one SKU. */
    protected final CartId cart(Sku sku, long quantity) {
        return cart(CartLine.of(sku, quantity));
    }

    /** Returns a payment method that behaves so, or skips the test. */
    protected final PaymentToken token(PaymentCase what) {
        assumeTrue(shop.token(what).isPresent(), () -> "there is no payment method for " + what);
        return shop.token(what).orElseThrow();
    }

    /** Quotes a cart and returns the request to buy it for that. */
    protected final CheckoutRequest request(IdempotencyKey key, CartId cart, PaymentCase payment) {
        PaymentToken token = token(payment);
        return CheckoutRequest.of(key, cart, ports.checkout().quote(cart, ADDRESS), token)
                .shipTo(ADDRESS, CONTACT);
    }

    /** Quotes a cart and buys it for that. */
    protected final CheckoutResult buy(CartId cart, PaymentCase payment) {
        return ports.checkout().complete(request(key(), cart, payment));
    }

    /** Demands that the answer is a confirmation. */
    protected static Confirmed confirmed(CheckoutResult result) {
        assertThat(result).isInstanceOf(Confirmed.class);
        return (Confirmed) result;
    }

    /** Demands that the answer is that it is not decided yet. */
    protected static CheckoutResult.Pending pending(CheckoutResult result) {
        assertThat(result).isInstanceOf(CheckoutResult.Pending.class);
        return (CheckoutResult.Pending) result;
    }

    /** Returns an order, as both instances see it. */
    protected final Order order(OrderId id) {
        Order order = ports.orders().find(id).orElseThrow();
        assertThat(second.orders().find(id)).contains(order);
        return order;
    }

    /** Returns all orders of the customer who buys. */
    protected final List<Order> orders() {
        return ports.orders()
                .ofCustomer(ADA, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    /** Returns the ports on behalf of somebody who may do everything but this. */
    protected final ShopPorts lacking(Permission permission) {
        EnumSet<Permission> others = EnumSet.complementOf(EnumSet.of(permission));
        return shop.as(Principal.of("lacking", others.toArray(Permission[]::new)));
    }

    /** Demands that the call is refused for want of the permission. */
    protected static void denied(Permission permission, ThrowingCallable call) {
        PermissionDeniedException refused = catchThrowableOfType(PermissionDeniedException.class, call);
        assertThat(refused).as("refusal for want of %s", permission).isNotNull();
        assertThat(refused.permission()).isEqualTo(permission);
    }

    /** Lets time pass and background work be done, or skips the test. */
    protected final void pass(Duration time) {
        assumeTrue(shop.letPass(time), "time does not pass");
    }

    /** Lets everything be settled that waits for an answer of the gateway, or skips the test. */
    protected final void settle() {
        pass(Duration.ofMinutes(2));
    }
}
