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
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.cart.CartPlace;
import dev.commercekit.core.cart.CartService;
import dev.commercekit.core.catalog.CatalogService;
import dev.commercekit.core.checkout.flow.CartClaimTable;
import dev.commercekit.core.checkout.flow.CheckoutClaims;
import dev.commercekit.core.inventory.StockWrites;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.pricing.Quotes;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.pricing.Quote;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkout over a storage: it answers what is claimed, joins what is under way, and starts what is new. */
public final class CheckoutService implements Checkout {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutService.class);
    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final CartService carts;
    private final CatalogService catalog;
    private final Quotes quotes;
    private final CheckoutStart start;
    private final CheckoutAnswers answers;
    private final PaymentNotices notices;
    private final Runnable committed;

    /** Creates the service from its parts; {@code committed} runs whenever there may be new events. */
    public CheckoutService(
            Storage storage,
            CartService carts,
            CatalogService catalog,
            Quotes quotes,
            CheckoutStart start,
            CheckoutAnswers answers,
            PaymentNotices notices,
            Runnable committed) {
        this.storage = storage;
        this.carts = carts;
        this.catalog = catalog;
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
            Optional<CheckoutResult> answer = attempt(request, print, i == 0);
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
    private Optional<CheckoutResult> attempt(CheckoutRequest request, String print, boolean hopeful) {
        SeenRows seen = SeenRows.read(storage, reads(request));
        Optional<Cart> cart = cartIfThere(request, seen);
        Buyer buyer = cart.map(Cart::buyer).orElseGet(() -> buyerOf(request));
        Caller.requireFor(buyer);
        RowKey claimKey = CheckoutClaims.key(buyer, request.key());
        RowKey cartKey = CartClaimTable.key(request.cart(), request.quote().generation());
        boolean assumed = hopeful && isNew(request, cart, seen.find(cartKey));
        if (assumed) {
            seen.assumeAbsent(claimKey);
        } else {
            // Rows of one reading may stem from different moments: a cart that has moved on shows that its claim is
            // there by now.
            List<RowKey> claims = List.of(claimKey, cartKey);
            seen.add(claims, storage.get(claims));
        }
        Optional<Row> claim = seen.find(claimKey);
        if (claim.isPresent()) {
            KeyClaims.verify(claim.get(), CheckoutClaims.COMMAND, request.key(), print);
            return Optional.of(finished(request, answers.driven(claim.get())));
        }
        Optional<OrderId> first = CartClaimTable.liveOrder(seen.find(cartKey));
        if (first.isPresent()) {
            answers.tie(claimKey, print, first.get());
            return Optional.empty();
        }
        Quote quote = quotes.quote(cart.orElseGet(() -> cart(request.cart())), request.shipTo(), seen);
        if (seen.at().orElseThrow().isAfter(request.quote().expiresAt()) || !quote.agreesWith(request.quote())) {
            return assumed ? Optional.empty() : Optional.of(new CheckoutResult.QuoteChanged(quote));
        }
        return start.run(request, buyer, print, seen).map(answer -> finished(request, answer));
    }

    /** All that a checkout decides by which can be told from its request, in one read. */
    private List<RowKey> reads(CheckoutRequest request) {
        Set<Sku> skus = new LinkedHashSet<>();
        request.quote().lines().forEach(line -> skus.add(line.sku()));
        List<RowKey> keys = catalog.reads(skus);
        keys.addAll(carts.place().rows(request.cart()));
        keys.add(CartClaimTable.key(request.cart(), request.quote().generation()));
        skus.forEach(sku -> keys.add(StockWrites.row(sku)));
        return keys;
    }

    /**
     * Returns whether the request's key need not be looked for. Every checkout that claims a key leaves a claim of its cart's
     * generation, so where there is none the key is new, or stems from another cart; then the commit is refused and it is looked for.
     */
    private static boolean isNew(CheckoutRequest request, Optional<Cart> cart, Optional<Row> cartClaim) {
        return cartClaim.isEmpty()
                && cart.filter(found ->
                                found.generation().equals(request.quote().generation()))
                        .isPresent();
    }

    /**
     * A cart that was bought starts anew; should the process die before, the event of the confirmation does it. In the storage
     * itself it has done so with the confirmation.
     */
    private CheckoutResult finished(CheckoutRequest request, CheckoutResult answer) {
        if (answer instanceof CheckoutResult.Confirmed && carts.place() == CartPlace.ELSEWHERE) {
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
    private Optional<Cart> cartIfThere(CheckoutRequest request, SeenRows seen) {
        try {
            return carts.find(request.cart(), seen);
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
