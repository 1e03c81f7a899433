package dev.commercekit.account;

/** What a principal may do beyond what every buyer may do with their own carts and orders. */
public enum Permission {
    /** Change the catalog. */
    MANAGE_CATALOG,
    /** Receive, adjust, hold and release stock. */
    MANAGE_STOCK,
    /** Give a cart line an agreed price. */
    SET_PRICES,
    /** Act for any buyer: see and change carts and orders of others. */
    ACT_FOR_BUYERS,
    /** Ship orders, take returns and settle payments. */
    MANAGE_ORDERS,
    /** See and decide what cannot go on by itself, and see what operators did. */
    OPERATE
}
