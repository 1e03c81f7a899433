package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.ADDRESS;
import static dev.commercekit.core.shop.TestShop.CONTACT;
import static dev.commercekit.core.shop.TestShop.GBP;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Shop;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.payment.CaptureMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What buyers and staff do: they change carts, buy, call the same again, send, take back, cancel, receive. */
final class SimulatedPeople {

    private final Random random;
    private final List<Sku> skus;
    private final SimulatedAnswers answers = new SimulatedAnswers();
    private final List<CartId> carts = new ArrayList<>();
    private final Set<OrderId> orders = new LinkedHashSet<>();
    private int named;

    SimulatedPeople(Random random, List<Sku> skus) {
        this.random = random;
        this.skus = skus;
    }

    Set<OrderId> orders() {
        return orders;
    }

    /** Calls everything again, and returns what has no final answer. */
    List<String> open(Supplier<? extends Shop> shops) {
        return answers.open(command -> repeat(shops.get(), command));
    }

    void buy(Shop node) {
        CartId cart = random.nextInt(4) == 0 && !carts.isEmpty() ? any(carts) : open(node);
        if (node.carts().find(cart).filter(found -> !found.lines().isEmpty()).isEmpty()) {
            return;
        }
        CheckoutRequest request = CheckoutRequest.of(
                        nextKey("buy"), cart, node.checkout().quote(cart, ADDRESS), SimulatedTokens.any(random))
                .shipTo(ADDRESS, CONTACT)
                .capture(random.nextInt(4) == 0 ? CaptureMode.AT_CHECKOUT : CaptureMode.ON_SHIPMENT);
        call(node, request.key(), shop -> complete(shop, request));
    }

    /** A key that claimed nothing is refused once its cart is empty; the buyer sees that the quote is no longer good. */
    private static Object complete(Shop shop, CheckoutRequest request) {
        try {
            return shop.checkout().complete(request);
        } catch (InvalidInputException emptied) {
            assertThat(emptied).hasMessageContaining("must not be empty");
            return new CheckoutResult.QuoteChanged(request.quote());
        }
    }

    private CartId open(Shop node) {
        CartId cart =
                node.carts().open(Buyer.customer("c" + random.nextInt(3)), GBP).id();
        carts.add(cart);
        changeCart(node, cart);
        return cart;
    }

    void changeCart(Shop node) {
        if (!carts.isEmpty()) {
            changeCart(node, any(carts));
        }
    }

    private void changeCart(Shop node, CartId cart) {
        node.carts().setQuantity(cart, any(skus), 1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            node.carts().setQuantity(cart, any(skus), random.nextInt(3));
        }
    }

    void repeat(Shop node) {
        if (!answers.commands().isEmpty()) {
            note(answers.call(any(answers.commands()), node));
        }
    }

    private Object repeat(Shop node, SimulatedAnswers.Command command) {
        Object answer = answers.call(command, node);
        note(answer);
        return answer;
    }

    void ship(Shop node) {
        anyOrder(node, order -> true).ifPresent(order -> {
            IdempotencyKey key = nextKey("ship");
            ShipRequest request = random.nextBoolean()
                    ? ShipRequest.all(key, order.id())
                    : ShipRequest.of(
                            key, order.id(), LineQuantity.of(anyLine(order).id().value(), 1));
            call(node, key, shop -> shop.orders().ship(request));
        });
    }

    void takeBack(Shop node) {
        anyOrder(node, order -> order.lines().stream().anyMatch(line -> line.shipped() > 0))
                .ifPresent(order -> {
                    IdempotencyKey key = nextKey("return");
                    LineQuantity line = LineQuantity.of(anyLine(order).id().value(), 1 + random.nextInt(2));
                    ReturnRequest request = ReturnRequest.of(key, order.id(), line);
                    ReturnRequest chosen = random.nextBoolean() ? request : request.restocked();
                    call(node, key, shop -> shop.orders().takeBack(chosen));
                });
    }

    void cancel(Shop node) {
        anyOrder(node, order -> true).ifPresent(order -> {
            IdempotencyKey key = nextKey("cancel");
            call(node, key, shop -> shop.orders().cancel(order.id(), "changed my mind", key));
        });
    }

    void receive(Shop node) {
        IdempotencyKey key = nextKey("receive");
        Sku sku = any(skus);
        long units = 1L + random.nextInt(5);
        call(node, key, shop -> shop.inventory().receive(sku, units, key));
    }

    private void call(Shop node, IdempotencyKey key, Function<Shop, Object> command) {
        note(answers.call(answers.add(key.value(), command), node));
    }

    private void note(Object answer) {
        if (answer instanceof CheckoutResult.Confirmed confirmed) {
            orders.add(confirmed.order());
        } else if (answer instanceof CheckoutResult.Pending pending) {
            orders.add(pending.order());
        } else if (answer instanceof CheckoutResult.Declined declined) {
            orders.add(declined.order());
        } else if (answer instanceof CheckoutResult.Cancelled cancelled) {
            orders.add(cancelled.order());
        }
    }

    private Optional<Order> anyOrder(Shop node, Predicate<Order> wanted) {
        return orders.isEmpty()
                ? Optional.empty()
                : node.orders().find(any(List.copyOf(orders))).filter(wanted);
    }

    private OrderLine anyLine(Order order) {
        return any(order.lines());
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private IdempotencyKey nextKey(String what) {
        return key(what + "-" + ++named);
    }
}
