package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Refusals.reused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.money.Price;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentSummary;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopFixture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is bought: one order for the quote, one answer for the key, one order for the cart. */
abstract class BuyingRules extends ShopFixture {

    /** Only for subclasses in this package. */
    BuyingRules() {}

    @Test
    void buysWhatIsInTheCartForWhatWasQuoted() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest request = request(key(), cart, PaymentCase.APPROVED);
        Confirmed confirmed = confirmed(ports.checkout().complete(request));
        assertThat(confirmed.total())
                .isEqualTo(pounds("15.30"))
                .isEqualTo(request.quote().total());
        Order order = order(confirmed.order());
        assertThat(order.number()).isEqualTo(confirmed.number());
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.buyer()).isEqualTo(BUYER);
        assertThat(order.cart()).isEqualTo(cart);
        assertThat(order.total()).isEqualTo(confirmed.total());
        assertThat(order.shipTo()).contains(ADDRESS);
        assertThat(order.contact()).contains(CONTACT);
        assertThat(order.placedAt()).isBefore(request.quote().expiresAt());
        assertThat(order.payment()).isEqualTo(PaymentSummary.none(pounds("0")).authorize(confirmed.total()));
        isAt(HOLDER, 4, 0);
        assertThat(ports.orders().timeline(order.id()))
                .hasExactlyElementsOfTypes(OrderEvent.OrderPlaced.class, OrderEvent.OrderConfirmed.class);
    }

    @Test
    void keepsLinesOfTheSameGoodsWithTheirOwnPricesAndAttributes() {
        CartLine plain = CartLine.of(LineId.of("plain"), HOLDER, 2);
        CartLine engraved = CartLine.of(LineId.of("engraved"), HOLDER, 3)
                .at(Price.of("2.005", "GBP"))
                .with(Map.of("engraving", "For Bob"));
        Confirmed confirmed = confirmed(buy(cart(plain, engraved), PaymentCase.APPROVED));
        assertThat(confirmed.total()).isEqualTo(pounds("11.12"));
        assertThat(order(confirmed.order()).lines())
                .extracting(OrderLine::id, OrderLine::quantity, OrderLine::total, OrderLine::attributes)
                .containsExactly(
                        tuple(plain.id(), 2L, pounds("5.10"), Map.of()),
                        tuple(engraved.id(), 3L, pounds("6.02"), engraved.attributes()));
        isAt(HOLDER, 5, 0);
    }

    @Test
    void buysAsManyLinesAsACartTakes() {
        receive(HOLDER, Cart.MAX_LINES);
        CartLine[] lines = IntStream.range(0, Cart.MAX_LINES)
                .mapToObj(i -> CartLine.of(LineId.of("line " + i), HOLDER, 1))
                .toArray(CartLine[]::new);
        Confirmed confirmed = confirmed(buy(cart(lines), PaymentCase.APPROVED));
        assertThat(confirmed.total()).isEqualTo(pounds("2.55").times(Cart.MAX_LINES));
        assertThat(order(confirmed.order()).lines())
                .extracting(line -> line.id().value())
                .containsExactly(
                        Arrays.stream(lines).map(line -> line.id().value()).toArray(String[]::new));
        isAt(HOLDER, 10, 0);
    }

    @Test
    void sellsAnyNumberOfWhatIsNotCounted() {
        ports.inventory().setPolicy(LANTERN, StockPolicy.UNTRACKED);
        CartLine lanterns = CartLine.of(LANTERN, CartLine.MAX_QUANTITY);
        confirmed(buy(cart(lanterns, CartLine.of(HOLDER, 1)), PaymentCase.APPROVED));
        assertThat(ports.inventory().level(LANTERN).available()).isZero();
        isAt(HOLDER, 9, 0);
    }

    @Test
    void keepsWhatTheBuyerWroteInWhateverScript() {
        Address address = new Address(
                "JP",
                List.of("\u4e38\u306e\u5185 1-9-1", "\ud83d\udce6 2F"),
                "\u6771\u4eac",
                Optional.empty(),
                Optional.of("\u6771\u4eac\u90fd"));
        Contact contact = new Contact("\u0410\u0434\u0430 \ud83d\ude00", "ada@example.org", Optional.of("+81 3 1234"));
        CartId cart = cart(HOLDER, 1);
        CheckoutRequest request = CheckoutRequest.of(
                        key(), cart, ports.checkout().quote(cart, address), token(PaymentCase.APPROVED))
                .contact(contact);
        Order order = order(confirmed(ports.checkout().complete(request)).order());
        assertThat(order.shipTo()).contains(address);
        assertThat(order.contact()).contains(contact);
    }

    @Test
    void takesTheLongestKeyOfTheLongestSession() {
        Buyer guest = Buyer.guest("s".repeat(128));
        CartId cart = ports.carts().open(guest, GBP).id();
        ports.carts().setQuantity(cart, HOLDER, 1);
        CheckoutRequest request = request(key("k".repeat(IdempotencyKey.MAX_LENGTH)), cart, PaymentCase.APPROVED);
        CheckoutResult result = confirmed(ports.checkout().complete(request));
        assertThat(ports.checkout().complete(request)).isEqualTo(result);
        assertThat(ports.checkout().find(guest, request.key())).contains(result);
    }

    @Test
    void takesTheMoneyAtOnceIfAskedTo() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        Confirmed confirmed = confirmed(ports.checkout().complete(request.capture(CaptureMode.AT_CHECKOUT)));
        assertThat(order(confirmed.order()).payment().captured()).isEqualTo(pounds("5.10"));
    }

    @Test
    void answersTheSameKeyAsBefore() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.APPROVED);
        CheckoutResult first = ports.checkout().complete(request);
        assertThat(ports.checkout().complete(request)).isEqualTo(first);
        assertThat(second.checkout().complete(request)).isEqualTo(first);
        isAt(HOLDER, 4, 0);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void refusesAKeyThatComesWithAnotherRequest() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.APPROVED);
        CheckoutResult first = ports.checkout().complete(request);
        CheckoutRequest declined = new CheckoutRequest(
                request.key(),
                request.cart(),
                request.quote(),
                token(PaymentCase.DECLINED),
                request.shipTo(),
                request.contact(),
                request.capture());
        CheckoutRequest otherCart = request(request.key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        reused(() -> ports.checkout().complete(declined));
        reused(() -> ports.checkout().complete(otherCart));
        reused(() -> second.checkout().complete(request.capture(CaptureMode.AT_CHECKOUT)));
        reused(() -> ports.checkout().complete(request.contact(Contact.of("Bob", "bob@example.org"))));
        assertThat(ports.checkout().complete(request)).isEqualTo(first);
        isAt(HOLDER, 4, 0);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void aKeyIsOfItsBuyer() {
        CheckoutRequest mine = request(key("k"), cart(HOLDER, 1), PaymentCase.APPROVED);
        CartId other = ports.carts().open(Buyer.guest("session 1"), GBP).id();
        ports.carts().setQuantity(other, HOLDER, 2);
        CheckoutRequest theirs = request(key("k"), other, PaymentCase.APPROVED);
        Confirmed first = confirmed(ports.checkout().complete(mine));
        Confirmed another = confirmed(ports.checkout().complete(theirs));
        assertThat(another.order()).isNotEqualTo(first.order());
        assertThat(ports.checkout().find(BUYER, key("k"))).contains(first);
        assertThat(ports.checkout().find(Buyer.guest("session 1"), key("k"))).contains(another);
        assertThat(ports.checkout().find(Buyer.customer("session 1"), key("k"))).isEmpty();
        isAt(HOLDER, 7, 0);
    }

    @Test
    void makesOneOrderOfTwoTabsWithTwoKeys() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest one = request(key(), cart, PaymentCase.APPROVED);
        CheckoutRequest two = request(key(), cart, PaymentCase.APPROVED);
        CheckoutResult first = ports.checkout().complete(one);
        assertThat(second.checkout().complete(two)).isEqualTo(first);
        assertThat(ports.checkout().complete(two)).isEqualTo(first);
        assertThat(ports.checkout().find(BUYER, two.key())).contains(first);
        reused(() -> ports.checkout().complete(two.capture(CaptureMode.AT_CHECKOUT)));
        isAt(HOLDER, 4, 0);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void aBoughtCartCanBeFilledAnewAndBoughtAgain() {
        CartId cart = cart(HOLDER, 2);
        Confirmed first = confirmed(buy(cart, PaymentCase.APPROVED));
        ports.carts().clear(cart);
        ports.carts().setQuantity(cart, HOLDER, 2);
        assertThat(confirmed(buy(cart, PaymentCase.APPROVED)).order()).isNotEqualTo(first.order());
        isAt(HOLDER, 6, 0);
    }

    @Test
    void confirmsAnOrderThatCostsNothingWithoutMoney() {
        price(HOLDER, "0.00");
        Confirmed confirmed = confirmed(buy(cart(HOLDER, 1), PaymentCase.DECLINED));
        assertThat(confirmed.total()).isEqualTo(pounds("0"));
        assertThat(order(confirmed.order()).payment()).isEqualTo(PaymentSummary.none(pounds("0")));
        isAt(HOLDER, 9, 0);
    }

    @Test
    void findsTheAnswerByBuyerAndKey() {
        CheckoutRequest request = request(key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        assertThat(ports.checkout().find(BUYER, request.key())).isEmpty();
        CheckoutResult result = ports.checkout().complete(request);
        assertThat(ports.checkout().find(BUYER, request.key())).contains(result);
        assertThat(second.checkout().find(BUYER, request.key())).contains(result);
        assertThat(ports.checkout().find(Buyer.customer("bob"), request.key())).isEmpty();
    }
}
