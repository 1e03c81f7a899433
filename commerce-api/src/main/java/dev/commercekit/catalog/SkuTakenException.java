package dev.commercekit.catalog;

import dev.commercekit.CommerceException;

/** A product was put with a SKU that another product has; nothing was changed. */
public final class SkuTakenException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String sku;
    private final String owner;

    /** Creates the error for a SKU and the product that has it. */
    public SkuTakenException(Sku sku, ProductId owner) {
        super("sku " + sku + " belongs to product " + owner);
        this.sku = sku.value();
        this.owner = owner.value();
    }

    /** Returns the SKU. */
    public Sku sku() {
        return new Sku(sku);
    }

    /** Returns the product that has it. */
    public ProductId owner() {
        return new ProductId(owner);
    }

    @Override
    public String code() {
        return "sku-taken";
    }
}
