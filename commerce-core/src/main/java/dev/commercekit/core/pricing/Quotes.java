package dev.commercekit.core.pricing;

import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Address;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartLine;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.Variant;
import dev.commercekit.core.catalog.CatalogService;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.money.Rounding;
import dev.commercekit.pricing.Quote;
import dev.commercekit.pricing.QuoteLine;
import dev.commercekit.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices carts: each line by its agreed price or the catalog's, its total rounded half up. */
public final class Quotes {

    private final Storage storage;
    private final CatalogService catalog;
    private final Duration quoteFor;

    /** Creates it over the storage of a catalog; quotes hold for the given time. */
    public Quotes(Storage storage, CatalogService catalog, Duration quoteFor) {
        this.storage = storage;
        this.catalog = catalog;
        this.quoteFor = quoteFor;
    }

    /** Prices a cart as of now. */
    public Quote quote(Cart cart, Optional<Address> shipTo) {
        return quote(cart, shipTo, SeenRows.read(storage, catalog.reads(skus(cart))));
    }

    /** Prices a cart for a caller who has just read rows, as of then; what they do not tell is read. */
    public Quote quote(Cart cart, Optional<Address> shipTo, SeenRows seen) {
        if (cart.lines().isEmpty()) {
            throw new InvalidInputException("cart", "must not be empty");
        }
        Map<Sku, CatalogEntry> entries = catalog.findAll(skus(cart), seen);
        List<QuoteLine> lines = new ArrayList<>(cart.lines().size());
        Money total = Money.zero(cart.currency());
        for (CartLine line : cart.lines()) {
            QuoteLine priced = price(cart, line, entries.get(line.sku()));
            lines.add(priced);
            total = total.plus(priced.total());
        }
        Instant expiresAt = seen.at().orElseThrow().plus(quoteFor).truncatedTo(ChronoUnit.MICROS);
        return new Quote(cart.id(), cart.generation(), lines, List.of(), total, shipTo, expiresAt);
    }

    private static List<Sku> skus(Cart cart) {
        List<Sku> skus = new ArrayList<>(cart.lines().size());
        cart.lines().forEach(line -> skus.add(line.sku()));
        return skus;
    }

    private static QuoteLine price(Cart cart, CartLine line, @org.jspecify.annotations.Nullable CatalogEntry entry) {
        if (entry == null) {
            throw new NotFoundException("sku", line.sku().value());
        }
        Optional<Price> listed =
                entry.product().variant(line.sku()).flatMap((Variant variant) -> variant.price(cart.currency()));
        Price price = line.agreedPrice()
                .or(() -> listed)
                .orElseThrow(() ->
                        new InvalidInputException("currency", "must be one in which " + line.sku() + " has a price"));
        return new QuoteLine(
                line.id(),
                line.sku(),
                entry.product().name(),
                line.quantity(),
                line.attributes(),
                price,
                price.times(line.quantity(), Rounding.HALF_UP));
    }
}
