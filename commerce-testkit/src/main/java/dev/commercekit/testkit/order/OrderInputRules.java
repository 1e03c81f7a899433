package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;

import dev.commercekit.PageRequest;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Bad input: a typed error that names the field, and nothing changed. */
abstract class OrderInputRules extends OneCommandRules {

    private static final List<String> BAD_TEXTS =
            List.of("", " ", "4242 4242 4242 4242", "a\u0000b", "a\nb", "a".repeat(201), "a".repeat(10_000), "\ud800");

    @Test
    void nothingMayBeMissingWhereOrdersAreFound() {
        invalid("orderId", () -> ports.orders().find((OrderId) missing()));
        invalid("orderNumber", () -> ports.orders().find((OrderNumber) missing()));
        invalid("orderId", () -> ports.orders().timeline(missing()));
        invalid("customerId", () -> ports.orders().ofCustomer(missing(), PageRequest.first(1)));
        invalid("page", () -> ports.orders().ofCustomer(ADA, missing()));
    }

    @Test
    void nothingMayBeMissingInACommand() {
        OrderId id = bought();
        invalid("orderId", () -> ports.orders().cancel(missing(), WHY, key()));
        invalid("reason", () -> ports.orders().cancel(id, missing(), key()));
        invalid("idempotencyKey", () -> ports.orders().cancel(id, WHY, missing()));
        invalid("request", () -> ports.orders().ship(missing()));
        invalid("request", () -> ports.orders().takeBack(missing()));
        invalid("idempotencyKey", () -> ShipRequest.all(missing(), id));
        invalid("orderId", () -> ShipRequest.all(key(), missing()));
        invalid("lines", () -> new ShipRequest(key(), id, missing(), Optional.empty()));
        invalid("lines", () -> new ShipRequest(key(), id, Collections.singletonList(missing()), Optional.empty()));
        invalid("tracking", () -> new ShipRequest(key(), id, List.of(), missing()));
        invalid("idempotencyKey", () -> ReturnRequest.of(missing(), id, holders(1)));
        invalid("orderId", () -> ReturnRequest.of(key(), missing(), holders(1)));
        invalid("lines", () -> new ReturnRequest(key(), id, missing(), true, Optional.empty()));
        invalid(
                "lines",
                () -> new ReturnRequest(key(), id, Collections.singletonList(missing()), true, Optional.empty()));
        invalid("reason", () -> new ReturnRequest(key(), id, List.of(holders(1)), true, missing()));
        invalid("reason", () -> ReturnRequest.of(key(), id, holders(1)).because(missing()));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
    }

    @Test
    void linesAreNamedOnceAndAreNotEmptyWhereSomeAreMeant() {
        OrderId id = bought();
        invalid("lines", () -> ship(id, holders(1), holders(1)));
        invalid("lines", () -> takeBack(id, holders(1), holders(1)));
        invalid("lines", () -> ShipRequest.of(key(), id));
        invalid("lines", () -> ReturnRequest.of(key(), id));
        List<LineQuantity> tooMany = LongStream.rangeClosed(0, 1_200)
                .mapToObj(i -> LineQuantity.of("line " + i, 1))
                .toList();
        invalid("lines", () -> new ShipRequest(key(), id, tooMany, Optional.empty()));
        invalid("lines", () -> new ReturnRequest(key(), id, tooMany, false, Optional.empty()));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
    }

    @Test
    void quantitiesAreAboveZero() {
        for (long bad : new long[] {0, -1, Long.MIN_VALUE}) {
            invalid("quantity", () -> holders(bad));
        }
        invalid("lineId", () -> new LineQuantity(missing(), 1));
    }

    @Test
    void textsAreShortAndHoldNoCardNumberAndNoControlCharacter() {
        OrderId id = bought();
        for (String bad : BAD_TEXTS) {
            invalid("reason", () -> ports.orders().cancel(id, bad, key()));
            invalid("reason", () -> ReturnRequest.of(key(), id, holders(1)).because(bad));
            invalid("tracking", () -> new ShipRequest(key(), id, List.of(), Optional.of(bad)));
        }
        invalid("tracking", () -> new ShipRequest(key(), id, List.of(), Optional.of("a".repeat(101))));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
        isAt(HOLDER, 7, 0);
    }
}
