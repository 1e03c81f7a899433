package dev.commercekit.core.subscription;

import dev.commercekit.order.OrderId;
import java.time.Instant;

/**
 * An event that no attempt could hand over to all its consumers. It and the later events of its order wait for an operator.
 *
 * @param id the event
 * @param order the order
 * @param type the stable name of its kind
 * @param at when it happened, by the storage's clock
 * @param attempts how often it was tried
 * @param error what went wrong last
 */
public record ParkedEvent(String id, OrderId order, String type, Instant at, long attempts, String error) {}
