/**
 * For authors of payment gateways: {@link dev.commercekit.testkit.payment.PaymentGatewayContract} checks an adapter's promises.
 * For hosts: {@link dev.commercekit.testkit.payment.FaultyGateway} puts a bad network before any gateway.
 */
@NullMarked
package dev.commercekit.testkit.payment;

import org.jspecify.annotations.NullMarked;
