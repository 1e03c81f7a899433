package dev.commercekit.core.checkout;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.cart.CartService;
import dev.commercekit.core.checkout.flow.CartClaimTable;
import dev.commercekit.core.checkout.flow.CheckoutClaims;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.pricing.Quotes;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.pricing.Quote;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkout over a storage: it answers what is claimed, joins what is under way, and starts what is new. */
public final class CheckoutService implements Checkout {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);
    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final CartService carts;
    private final Quotes quotes;
    private final CheckoutStart start;
    private final CheckoutAnswers answers;
    private final PaymentNotices notices;
    private final Runnable committed;

    /** Creates the service from its parts; {@code committed} runs whenever there may be new events. */
    public CheckoutService(
            Storage storage,
            CartService carts,
            Quotes quotes,
            CheckoutStart start,
            CheckoutAnswers answers,
            PaymentNotices notices,
            Runnable committed) {
        this.storage = storage;
        this.carts = carts;
        this.quotes = quotes;
        this.start = start;
        this.answers = answers;
        this.notices = notices;
        this.committed = committed;
    }

    @Override
    public Quote quote(CartId cart, Address shipTo) {
        return quotes.quote(cart(cart), Optional.of(Input.required(shipTo, "shipTo")));
    }

    @Override
    public Quote quote(CartId cart) {
        return quotes.quote(cart(cart), Optional.empty());
    }

    @Override
    public CheckoutResult complete(CheckoutRequest request) {
        Input.required(request, "request");
        String print = CheckoutPrints.of(request);
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<CheckoutResult> answer = attempt(request, print);
            if (answer.isPresent()) {
                committed.run();
                return answer.get();
            }
        }
        throw new StorageException("others were faster than this checkout, " + MAX_ATTEMPTS + " times", true);
    }

    @Override
    public Optional<CheckoutResult> find(Buyer buyer, IdempotencyKey key) {
        Caller.requireFor(Input.required(buyer, "buyer"));
        RowKey claim = CheckoutClaims.key(buyer, Input.required(key, "idempotencyKey"));
        return storage.get(List.of(claim)).find(claim).map(answers::now);
    }

    @Override
    public void settle(PaymentNotification notification) {
        Caller.require(Permission.MANAGE_ORDERS);
        notices.accept(Input.required(notification, "notification"));
        committed.run();
    }

    /** Returns the answer, or nothing where somebody was faster and all must be looked at again. */
    private Optional<CheckoutResult> attempt(CheckoutRequest request, String print) {
        Optional<Cart> cart = cartIfThere(request);
        Buyer buyer = cart.map(Cart::buyer).orElseGet(() -> buyerOf(request));
        Caller.requireFor(buyer);
        RowKey claimKey = CheckoutClaims.key(buyer, request.key());
        RowKey cartKey = CartClaimTable.key(request.cart(), request.quote().generation());
        Reading reading = storage.get(List.of(claimKey, cartKey));
        Optional<Row> claim = reading.find(claimKey);
        if (claim.isPresent()) {
            KeyClaims.verify(claim.get(), CheckoutClaims.COMMAND, request.key(), print);
            return Optional.of(finished(request, answers.driven(claim.get())));
        }
        Optional<OrderId> first = CartClaimTable.liveOrder(reading.find(cartKey));
        if (first.isPresent()) {
            answers.tie(claimKey, print, first.get());
            return Optional.empty();
        }
        Quote quote = quotes.quote(cart.orElseGet(() -> cart(request.cart())), request.shipTo(), reading.at());
        if (reading.at().isAfter(request.quote().expiresAt()) || !quote.agreesWith(request.quote())) {
            return Optional.of(new CheckoutResult.QuoteChanged(quote));
        }
        return start.run(request, buyer, print).map(answer -> finished(request, answer));
    }

    /** A cart that was bought starts anew; should the process die before, the event of the confirmation does it. */
    private CheckoutResult finished(CheckoutRequest request, CheckoutResult answer) {
        if (answer instanceof CheckoutResult.Confirmed) {
            try {
                carts.startAnew(request.cart(), request.quote().generation());
            } catch (RuntimeException later) {
                LOG.warn(
                        "cart {} starts anew later: {}",
                        request.cart(),
                        later.getClass().getName());
            }
        }
        return answer;
    }

    /** A store of carts that fails hides no order: that of the cart tells whose it was. */
    private Optional<Cart> cartIfThere(CheckoutRequest request) {
        try {
            return carts.find(request.cart());
        } catch (PermissionDeniedException denied) {
            throw denied;
        } catch (RuntimeException failure) {
            if (orderOf(request).isEmpty()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private Cart cart(CartId id) {
        return carts.find(Input.required(id, "cartId")).orElseThrow(() -> noCart(id));
    }

    /** A cart may be lost, an order never: the order that came of the cart tells whose it was. */
    private Buyer buyerOf(CheckoutRequest request) {
        return orderOf(request).orElseThrow(() -> noCart(request.cart())).buyer();
    }

    private Optional<Order> orderOf(CheckoutRequest request) {
        RowKey key = CartClaimTable.key(request.cart(), request.quote().generation());
        return storage.get(List.of(key))
                .find(key)
                .flatMap(row -> OrderRows.find(storage, OrderId.of(row.get(CartClaimTable.ORDER_ID))));
    }

    private static NotFoundException noCart(CartId id) {
        return new NotFoundException("cart", id.value());
    }
}
