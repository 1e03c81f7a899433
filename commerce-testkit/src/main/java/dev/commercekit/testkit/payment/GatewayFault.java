package dev.commercekit.testkit.payment;

/** What a {@link FaultyGateway} does to one call. */
public enum GatewayFault {
    /** Nothing: the call passes. */
    NONE,
    /** The request does not reach the gateway; the caller gets unknown. */
    LOSE_REQUEST,
    /** The gateway serves the request; the caller gets unknown. */
    LOSE_REPLY,
    /** The request does not reach the gateway; the caller gets an exception. */
    THROW_BEFORE,
    /** The gateway serves the request; the caller gets an exception. */
    THROW_AFTER,
    /** The delay hook runs before the request reaches the gateway. */
    DELAY_REQUEST,
    /** The delay hook runs after the gateway served the request, before the caller gets the answer. */
    DELAY_REPLY,
    /** The gateway gets the request twice; the caller gets the second answer. */
    DUPLICATE
}
