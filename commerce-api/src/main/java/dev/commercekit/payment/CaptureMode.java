package dev.commercekit.payment;

/** When the money of an order is taken. */
public enum CaptureMode {
    /** It is set aside at the checkout and taken when goods are shipped. */
    ON_SHIPMENT,
    /** It is taken at the checkout. */
    AT_CHECKOUT
}
