package dev.commercekit.inventory;

/** Whether the stock of a SKU is counted. */
public enum StockPolicy {
    /** It is counted, and never sold below zero. The policy of a SKU that nobody gave another. */
    TRACKED,
    /** It is not counted and never runs out: postage, vouchers, services. */
    UNTRACKED
}
