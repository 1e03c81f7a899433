package dev.commercekit.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderRequestsTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("k");
    private static final OrderId ORDER = OrderId.of("o");

    @Test
    void aShipmentOfNoLinesMeansEverything() {
        assertThat(ShipRequest.all(KEY, ORDER).lines()).isEmpty();
        assertThatThrownBy(() -> ShipRequest.of(KEY, ORDER)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aRequestNamesEachLineOnce() {
        LineQuantity two = LineQuantity.of("a", 2);
        LineQuantity one = LineQuantity.of("a", 1);
        assertThat(ShipRequest.of(KEY, ORDER, two, LineQuantity.of("b", 1)).lines())
                .hasSize(2);
        assertThatThrownBy(() -> ShipRequest.of(KEY, ORDER, two, one)).hasMessage("lines: must name each line once");
        assertThatThrownBy(() -> ReturnRequest.of(KEY, ORDER, two, one)).hasMessage("lines: must name each line once");
    }

    @Test
    void aReturnHasLines() {
        assertThatThrownBy(() -> ReturnRequest.of(KEY, ORDER)).hasMessage("lines: must not be empty");
    }

    @Test
    void aReturnIsRestockedAndExplainedOnlyIfItSaysSo() {
        ReturnRequest request = ReturnRequest.of(KEY, ORDER, LineQuantity.of("a", 1));
        assertThat(request.restock()).isFalse();
        assertThat(request.restocked().restock()).isTrue();
        assertThat(request.reason()).isEmpty();
        assertThat(request.because("broken").restocked().reason()).contains("broken");
        assertThatThrownBy(() -> request.because("x".repeat(201))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aTrackingNumberIsText() {
        assertThatThrownBy(() -> new ShipRequest(KEY, ORDER, List.of(), Optional.of("x".repeat(101))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ShipRequest(KEY, ORDER, List.of(), Optional.of("")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void quantitiesAreAtLeastOne() {
        assertThatThrownBy(() -> LineQuantity.of("a", 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLineIsNeverSentOrReturnedMoreThanItIs() {
        OrderLine line = new OrderLine(
                LineId.of("a"), Sku.of("A"), "A", 3, Map.of(), Price.of("1.00", "GBP"), Money.of("3.00", "GBP"), 0, 0);
        OrderLine sent = line.ship(2);
        assertThat(sent.shipped()).isEqualTo(2);
        assertThat(sent.takeBack(2).returned()).isEqualTo(2);
        assertThatThrownBy(() -> sent.ship(2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> sent.takeBack(3)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> sent.ship(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
