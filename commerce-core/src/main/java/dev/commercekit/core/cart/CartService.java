package dev.commercekit.core.cart;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.call.CallContext;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.CartStore;
import dev.commercekit.cart.Carts;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.storage.StorageException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The carts over a store of documents. A change that finds the cart moved on is made again on the cart that stands there. */
public final class CartService implements Carts {

    private final CartPlace place;
    private final CartStore store;
    private final Function<Collection<Sku>, Set<Sku>> known;
    private final IdGenerator ids;
    private final CartDocuments documents;

    /**
     * Creates the service.
     *
     * @param place where the store keeps carts
     * @param documents what carts are stored as
     * @param known returns those of the given SKUs that the catalog has
     */
    public CartService(
            CartPlace place,
            CartStore store,
            CartDocuments documents,
            Function<Collection<Sku>, Set<Sku>> known,
            IdGenerator ids) {
        this.place = place;
        this.store = store;
        this.documents = documents;
        this.known = known;
        this.ids = ids;
    }

    /** Creates the service over any catalog, which is asked for one SKU at a time. */
    public static CartService over(CartStore store, Catalog catalog, IdGenerator ids) {
        return new CartService(
                CartPlace.ELSEWHERE,
                store,
                new CartDocuments(),
                skus -> skus.stream()
                        .filter(sku -> catalog.find(sku).isPresent())
                        .collect(Collectors.toSet()),
                ids);
    }

    @Override
    public Cart open(Buyer buyer, Currency currency) {
        return open(CartId.of(ids.next().toString()), buyer, currency);
    }

    @Override
    public Cart open(CartId id, Buyer buyer, Currency currency) {
        Input.required(id, "cartId");
        refuseStranger(Input.required(buyer, "buyer"));
        Cart fresh = new Cart(id, generation(), buyer, priceable(currency), List.of());
        Optional<CartStore.StoredCart> stored = store.find(id);
        if (stored.isEmpty() && store.put(id, 0, documents.write(fresh))) {
            return fresh;
        }
        Cart standing = stored.or(() -> store.find(id))
                .map(found -> documents.read(id, found.document()))
                .orElseThrow(() -> new StorageException("cart " + id + " was opened and removed meanwhile", true));
        Input.that(standing.buyer().equals(buyer), "buyer", "must be the one whose cart it is");
        Input.that(standing.currency().equals(currency), "currency", "must be that of the cart");
        return standing;
    }

    @Override
    public Optional<Cart> find(CartId id) {
        return known(id, store.find(Input.required(id, "cartId")));
    }

    /** Returns where carts are kept. */
    public CartPlace place() {
        return place;
    }

    /** Returns a cart as {@link #find(CartId)} does, for a caller who has just read the {@linkplain CartPlace#rows rows} that hold it. */
    public Optional<Cart> find(CartId id, SeenRows seen) {
        return place == CartPlace.STORAGE
                ? known(id, seen.find(StorageCartStore.key(id)).map(StorageCartStore::stored))
                : find(id);
    }

    @Override
    public Cart setQuantity(CartId id, Sku sku, long quantity) {
        Input.required(sku, "sku");
        Input.range(quantity, "quantity", 0, CartLine.MAX_QUANTITY);
        LineId line = LineId.of(sku.value());
        if (quantity == 0) {
            return remove(id, line);
        }
        refuseUnknown(List.of(sku));
        return change(
                id,
                cart -> CartChanges.with(
                        cart,
                        List.of(cart.line(line)
                                .filter(standing -> standing.sku().equals(sku))
                                .map(standing -> new CartLine(
                                        line, sku, quantity, standing.attributes(), standing.agreedPrice()))
                                .orElseGet(() -> CartLine.of(sku, quantity)))));
    }

    @Override
    public Cart put(CartId id, CartLine line) {
        return put(id, List.of(Input.required(line, "line")));
    }

    @Override
    public Cart put(CartId id, Collection<CartLine> lines) {
        List<CartLine> checked = Input.list(lines, "lines", Cart.MAX_LINES);
        if (checked.stream().anyMatch(line -> line.agreedPrice().isPresent())) {
            Caller.require(Permission.SET_PRICES);
        }
        refuseUnknown(checked.stream().map(CartLine::sku).distinct().toList());
        return change(id, cart -> CartChanges.with(cart, checked));
    }

    @Override
    public Cart remove(CartId id, LineId line) {
        Input.required(line, "lineId");
        return change(id, cart -> CartChanges.without(cart, line));
    }

    @Override
    public Cart clear(CartId id) {
        return change(id, cart -> CartChanges.anew(cart, generation()));
    }

    /**
     * Empties a cart whose generation has become an order; it starts anew. A cart that has gone on to another generation
     * already, or is gone, is left alone, so this may be repeated. It acts for nobody and so checks no permission.
     */
    public void startAnew(CartId id, String generation) {
        String next = generation();
        merge(id, cart -> cart.generation().equals(generation) ? CartChanges.anew(cart, next) : cart);
    }

    private Optional<Cart> known(CartId id, Optional<CartStore.StoredCart> stored) {
        Optional<Cart> cart = stored.map(found -> documents.read(id, found.document()));
        cart.ifPresent(found -> refuseStranger(found.buyer()));
        return cart;
    }

    private Cart change(CartId id, UnaryOperator<Cart> change) {
        Input.required(id, "cartId");
        return merge(id, cart -> {
                    refuseStranger(cart.buyer());
                    return change.apply(cart);
                })
                .orElseThrow(() -> new NotFoundException("cart", id.value()));
    }

    private Optional<Cart> merge(CartId id, UnaryOperator<Cart> change) {
        for (int i = 0; i < CommandRunner.MAX_ATTEMPTS; i++) {
            Optional<CartStore.StoredCart> stored = store.find(id);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Cart before = documents.read(id, stored.get().document());
            Cart after = change.apply(before);
            if (after.equals(before) || store.put(id, stored.get().version(), documents.write(after))) {
                return Optional.of(after);
            }
        }
        throw new StorageException("others were faster than this change of cart " + id, true);
    }

    private void refuseUnknown(List<Sku> skus) {
        Set<Sku> found = known.apply(skus);
        for (Sku sku : skus) {
            if (!found.contains(sku)) {
                throw new NotFoundException("sku", sku.value());
            }
        }
    }

    private String generation() {
        return ids.next().toString();
    }

    private static Currency priceable(Currency currency) {
        if (Input.required(currency, "currency").getDefaultFractionDigits() < 0) {
            throw new InvalidInputException("currency", "must have minor units");
        }
        return currency;
    }

    private static void refuseStranger(Buyer buyer) {
        Principal principal = CallContext.current().principal();
        if (!principal.mayActFor(buyer)) {
            throw new PermissionDeniedException(principal.name(), Permission.ACT_FOR_BUYERS);
        }
    }
}
