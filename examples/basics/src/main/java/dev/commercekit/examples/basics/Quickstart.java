package dev.commercekit.examples.basics;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.Place;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentToken;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The main job, told as a story: something is sold, paid and sent, and some of it comes back. */
final class Quickstart implements Demo {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Sku CANDLE = Sku.of("CANDLE");

    @Override
    public Verdict run(Options options, PrintStream out) throws UsageException, IOException {
        options.refuseArguments();
        Story story = new Story(out);
        CompletableFuture<OrderId> mailed = new CompletableFuture<>();
        SandboxGateway gateway = SandboxGateway.at(InstantSource.system());
        try (Place place = options.storage().open(false);
                Commerce shop = Commerce.builder()
                        .storage(Shared.of(place.storage()))
                        .payments(gateway)
                        .on("mail", OrderEvent.OrderConfirmed.class, event -> mailed.complete(event.order()))
                        .build()) {
            place.begin(shop);
            shop.catalog().put(Product.of(CANDLE, "Candle holder", Money.of("2.55", GBP)));
            shop.inventory().receive(CANDLE, 100, IdempotencyKey.of("delivery-1"));
            story.tell("100 candle holders arrive. One costs 2.55 GBP.");

            CheckoutRequest request = sixCandles(shop, Buyer.customer("ada"), "ada-buys", SandboxCards.approved());
            story.tell(
                    "Ada puts 6 into her cart and is quoted " + request.quote().total() + ".");
            CheckoutResult result = shop.checkout().complete(request);
            if (!(result instanceof CheckoutResult.Confirmed confirmed)) {
                throw new IllegalStateException("Ada could not buy: " + result);
            }
            story.tell("She buys: order " + confirmed.number() + ", " + confirmed.total() + " are set aside.");
            CheckoutResult again = shop.checkout().complete(request);
            story.tell("Her browser sends it once more: the same answer, not a second order.");
            story.must("theSameKeyHasTheSameAnswer", again.equals(result));

            PaymentToken poor = SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
            CheckoutResult refused = shop.checkout().complete(sixCandles(shop, Buyer.guest("bob"), "bob-buys", poor));
            if (!(refused instanceof CheckoutResult.Declined declined)) {
                throw new IllegalStateException("Bob was not declined: " + refused);
            }
            story.tell("Bob's card is declined, " + declined.reason() + ". On the shelf: " + available(shop) + ".");
            story.must("aDeclineHoldsNothing", available(shop) == 94);

            shop.orders().ship(ShipRequest.all(IdempotencyKey.of("parcel-1"), confirmed.order()));
            story.tell("Ada's parcel leaves, and her money is taken: " + total(gateway, PaymentLedger.Kind.CAPTURED)
                    + ".");
            shop.orders().takeBack(twoCandles(confirmed.order()));
            story.tell("Two come back whole, and she gets " + total(gateway, PaymentLedger.Kind.REFUNDED)
                    + " back. On the shelf: " + available(shop) + ".");
            story.must("whatComesBackIsSoldAgain", available(shop) == 96);

            shop.housekeep(); // events reach their handlers in the background anyway; this makes it now
            OrderId mail = mailed.orTimeout(10, TimeUnit.SECONDS).join();
            story.tell("Meanwhile a mail of confirmation went out.");
            story.must("theConfirmationIsMailed", mail.equals(confirmed.order()));

            Order order = shop.orders().find(confirmed.order()).orElseThrow();
            story.must(
                    "theGatewayTookWhatTheOrderSays",
                    total(gateway, PaymentLedger.Kind.CAPTURED)
                            .equals(order.payment().captured()));
            story.must(
                    "theGatewayGaveBackWhatTheOrderSays",
                    total(gateway, PaymentLedger.Kind.REFUNDED)
                            .equals(order.payment().refunded()));
            story.note("orders", 2);
            story.note("events", tellTimeline(shop, order.id(), story) + tellTimeline(shop, declined.order(), story));
            return story.verdict();
        }
    }

    private static CheckoutRequest sixCandles(Commerce shop, Buyer buyer, String key, PaymentToken card) {
        Address home = Address.of("GB", "1 Lamp Street", "London", "E1 1AA");
        var cart = shop.carts().open(buyer, GBP);
        shop.carts().setQuantity(cart.id(), CANDLE, 6);
        var quote = shop.checkout().quote(cart.id(), home);
        return CheckoutRequest.of(IdempotencyKey.of(key), cart.id(), quote, card)
                .shipTo(home, Contact.of("A Buyer", "buyer@example.org"));
    }

    private static ReturnRequest twoCandles(OrderId order) {
        LineQuantity two = LineQuantity.of(CANDLE.value(), 2);
        return ReturnRequest.of(IdempotencyKey.of("return-1"), order, two).restocked();
    }

    private static long available(Commerce shop) {
        return shop.inventory().level(CANDLE).available();
    }

    private static Money total(PaymentLedger gateway, PaymentLedger.Kind kind) {
        return Money.sum(
                GBP,
                gateway.entries().stream()
                        .filter(entry -> entry.kind() == kind)
                        .map(PaymentLedger.Entry::amount)
                        .toList());
    }

    private static int tellTimeline(Commerce shop, OrderId id, Story story) {
        List<OrderEvent> timeline = shop.orders().timeline(id);
        story.tell("Order " + timeline.get(0).header().number() + ":");
        for (int i = 0; i < timeline.size(); i++) {
            OrderEvent.Header header = timeline.get(i).header();
            story.tell(
                    "  " + header.sequence() + " " + timeline.get(i).getClass().getSimpleName());
            story.must("eventsAreGapFree", header.sequence() == i + 1);
        }
        return timeline.size();
    }
}
