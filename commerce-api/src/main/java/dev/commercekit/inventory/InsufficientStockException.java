package dev.commercekit.inventory;

import dev.commercekit.CommerceException;
import dev.commercekit.catalog.Sku;

/** An adjustment would take more units than are available; nothing was changed. */
public final class InsufficientStockException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String sku;
    private final long delta;

    /** Creates the error for a SKU and the adjustment that was refused. */
    public InsufficientStockException(Sku sku, long delta) {
        super("stock of " + sku + " cannot be adjusted by " + delta);
        this.sku = sku.value();
        this.delta = delta;
    }

    /** Returns the SKU. */
    public Sku sku() {
        return new Sku(sku);
    }

    /** Returns the adjustment that was refused. */
    public long delta() {
        return delta;
    }

    @Override
    public String code() {
        return "insufficient-stock";
    }
}
