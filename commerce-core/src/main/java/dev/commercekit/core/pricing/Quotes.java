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
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.money.Rounding;
import dev.commercekit.pricing.Quote;
import dev.commercekit.pricing.QuoteLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices carts: each line by its agreed price or the catalog's, its total rounded half up. */
public final class Quotes {

    private final CatalogService catalog;
    private final StorageClock clock;
    private final Duration quoteFor;

    /** Creates it; quotes hold for the given time. */
    public Quotes(CatalogService catalog, StorageClock clock, Duration quoteFor) {
        this.catalog = catalog;
        this.clock = clock;
        this.quoteFor = quoteFor;
    }

    /** Prices a cart as of now. */
    public Quote quote(Cart cart, Optional<Address> shipTo) {
        clock.refresh();
        return quote(cart, shipTo, clock.earliest());
    }

    /** Prices a cart for a caller who knows a time that the storage has reached. */
    public Quote quote(Cart cart, Optional<Address> shipTo, Instant now) {
        if (cart.lines().isEmpty()) {
            throw new InvalidInputException("cart", "must not be empty");
        }
        List<Sku> skus = new ArrayList<>(cart.lines().size());
        cart.lines().forEach(line -> skus.add(line.sku()));
        Map<Sku, CatalogEntry> entries = catalog.findAll(skus);
        List<QuoteLine> lines = new ArrayList<>(cart.lines().size());
        Money total = Money.zero(cart.currency());
        for (CartLine line : cart.lines()) {
            QuoteLine priced = price(cart, line, entries.get(line.sku()));
            lines.add(priced);
            total = total.plus(priced.total());
        }
        Instant expiresAt = now.plus(quoteFor).truncatedTo(ChronoUnit.MICROS);
        return new Quote(cart.id(), cart.generation(), lines, List.of(), total, shipTo, expiresAt);
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
