package dev.commercekit.examples.basics.replay;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Latencies;
import dev.commercekit.inventory.InsufficientStockException;
import dev.commercekit.money.Price;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.PaymentToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs invoices through the services, one after the other. The number of an invoice is the id of its cart, and all keys are
 * made of it: run again over the same storage, it finds what it did before and sells nothing twice.
 */
final class Replayer {

    private static final PaymentToken CARD = PaymentToken.of("card-on-file");

    private final Commerce shop;
    private final PurchaseHistory history = new PurchaseHistory();
    private final List<Sale> sales = new ArrayList<>();
    private final Map<String, OrderId> orders = new HashMap<>();
    private final List<String> surprises = new ArrayList<>();
    private final Latencies checkouts = new Latencies();
    private long adjustmentLines;
    private long returnLines;
    private long ledgerLines;

    Replayer(Commerce shop) {
        this.shop = shop;
    }

    /**
     * An invoice that became an order.
     *
     * @param invoice the invoice
     * @param order its order
     */
    record Sale(Invoice invoice, OrderId order) {}

    /**
     * What was done.
     *
     * @param sales the invoices that became orders
     * @param adjustmentLines how many lines were taken as adjustments
     * @param returnLines how many lines were taken as returns
     * @param ledgerLines how many lines were counted and left to the accounts
     * @param checkouts how long each checkout took
     * @param surprises what did not go as it must
     */
    record Done(
            List<Sale> sales,
            long adjustmentLines,
            long returnLines,
            long ledgerLines,
            Latencies checkouts,
            List<String> surprises) {}

    Done done() {
        return new Done(sales, adjustmentLines, returnLines, ledgerLines, checkouts, surprises);
    }

    void replay(Invoice invoice) {
        switch (invoice.kind()) {
            case ORDER -> sell(invoice);
            case RETURN -> takeBack(invoice);
            case ADJUSTMENT -> adjust(invoice);
            case LEDGER -> ledgerLines += invoice.lines().size();
        }
    }

    private void sell(Invoice invoice) {
        Buyer buyer = invoice.customer()
                .<Buyer>map(Buyer::customer)
                .orElseGet(() -> Buyer.guest("invoice " + invoice.number()));
        IdempotencyKey key = IdempotencyKey.of("checkout/" + invoice.number());
        CheckoutResult result = shop.checkout().find(buyer, key).orElseGet(() -> checkOut(invoice, buyer, key));
        result = Patience.until(
                result,
                () -> shop.checkout().find(buyer, key).orElseThrow(),
                answer -> !(answer instanceof CheckoutResult.Pending));
        if (!(result instanceof CheckoutResult.Confirmed confirmed)) {
            surprises.add(invoice.number() + ": " + result);
            return;
        }
        sales.add(new Sale(invoice, confirmed.order()));
        orders.put(invoice.number(), confirmed.order());
        history.bought(invoice);
        ShipRequest parcel = ShipRequest.all(IdempotencyKey.of("ship/" + invoice.number()), confirmed.order());
        ShipResult sent = Patience.until(
                shop.orders().ship(parcel),
                () -> shop.orders().ship(parcel),
                answer -> !(answer instanceof ShipResult.Pending));
        if (!(sent instanceof ShipResult.Shipped)) {
            surprises.add(invoice.number() + ": " + sent);
        }
    }

    private CheckoutResult checkOut(Invoice invoice, Buyer buyer, IdempotencyKey key) {
        var cart = shop.carts().open(CartId.of(invoice.number()), buyer, InvoiceLine.GBP);
        List<CartLine> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            lines.add(CartLine.of(lineId(lines.size()), line.sku(), line.quantity())
                    .at(Price.of(line.unitPrice(), InvoiceLine.GBP)));
        }
        shop.carts().put(cart.id(), lines);
        var quote = shop.checkout().quote(cart.id());
        return checkouts.time(() -> shop.checkout().complete(CheckoutRequest.of(key, cart.id(), quote, CARD)));
    }

    private void takeBack(Invoice invoice) {
        for (int i = 0; i < invoice.lines().size(); i++) {
            Map<String, List<LineQuantity>> byOrder = new LinkedHashMap<>();
            for (PurchaseHistory.Match match : history.match(invoice.lines().get(i))) {
                byOrder.computeIfAbsent(match.order().number(), number -> new ArrayList<>())
                        .add(new LineQuantity(lineId(match.line()), match.units()));
            }
            String line = key(invoice, i);
            byOrder.forEach((order, lines) -> takeBack(line, order, lines));
            returnLines++;
        }
    }

    private void takeBack(String line, String order, List<LineQuantity> lines) {
        IdempotencyKey key = IdempotencyKey.of("return/" + line + "/" + order);
        ReturnRequest request = new ReturnRequest(
                key, Objects.requireNonNull(orders.get(order)), lines, false, Optional.of("invoice " + line));
        ReturnResult back = Patience.until(
                shop.orders().takeBack(request),
                () -> shop.orders().takeBack(request),
                answer -> !(answer instanceof ReturnResult.Pending));
        if (!(back instanceof ReturnResult.Returned)) {
            surprises.add(line + ": " + back);
        }
    }

    private void adjust(Invoice invoice) {
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            if (line.tracked()) {
                adjust(line, IdempotencyKey.of("adjust/" + key(invoice, i)));
            }
            adjustmentLines++;
        }
    }

    private void adjust(InvoiceLine line, IdempotencyKey key) {
        try {
            if (line.quantity() > 0) {
                shop.inventory().receive(line.sku(), line.quantity(), key);
            } else {
                shop.inventory().adjust(line.sku(), line.quantity(), ShopOpening.text(line), key);
            }
        } catch (InsufficientStockException tooFew) {
            surprises.add(key + ": " + tooFew.getMessage());
        }
    }

    private static String key(Invoice invoice, int line) {
        return invoice.number() + "/" + (line + 1);
    }

    private static LineId lineId(int line) {
        return LineId.of(Integer.toString(line + 1));
    }
}
