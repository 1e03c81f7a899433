package dev.commercekit.core.simulation;

import dev.commercekit.CommerceException;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Shop;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.pricing.Quote;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What buyers and staff do: they change carts, buy, call the same again, send, take back, cancel, receive. */
final class SimulatedPeople {

    static final Currency GBP = Currency.getInstance("GBP");

    private static final String PART = "ship-part";
    private static final Address ADDRESS = Address.of("GB", "1 High Street", "London", "N1 9GU");
    private static final Contact CONTACT = Contact.of("Ada Buyer", "ada@example.org");

    private final Luck luck;
    private final List<Sku> skus;
    private final SimulatedAnswers answers;
    private final Predicate<CartId> cartIsThere;
    private final List<CartId> carts = new ArrayList<>();
    private final Set<OrderId> orders = new LinkedHashSet<>();
    private final Set<String> beforeRestock = new HashSet<>();
    private final Map<OrderId, String> firstKeys = new HashMap<>();
    private int named;

    SimulatedPeople(Luck luck, List<Sku> skus, SimulatedAnswers answers, Predicate<CartId> cartIsThere) {
        this.luck = luck;
        this.skus = skus;
        this.answers = answers;
        this.cartIsThere = cartIsThere;
    }

    /** Returns the orders that somebody was told of. */
    Set<OrderId> orders() {
        return orders;
    }

    /** Calls everything again, and returns what has no final answer. */
    List<String> open(Supplier<? extends Shop> shops) {
        return answers.open(command -> call(command, shops.get()));
    }

    /** Does one of the things that people do, for which each has its chance. */
    void act(Shop node) {
        int choice = luck.random().nextInt(100);
        if (choice < 36) {
            buy(node);
        } else if (choice < 44) {
            changeCart(node);
        } else if (choice < 62) {
            repeat(node);
        } else if (choice < 75) {
            ship(node);
        } else if (choice < 84) {
            takeBack(node);
        } else if (choice < 93) {
            cancel(node);
        } else {
            receive(node);
        }
    }

    private void buy(Shop node) {
        CartId cart = luck.percent(30) && !carts.isEmpty() ? luck.any(carts) : open(node);
        Quote quote;
        try {
            quote = node.checkout().quote(cart, ADDRESS);
        } catch (InvalidInputException | NotFoundException nothingToBuy) {
            requireAbout(cart, nothingToBuy);
            return;
        }
        CheckoutRequest request = CheckoutRequest.of(nextKey("buy"), cart, quote, SimulatedTokens.any(luck))
                .shipTo(ADDRESS, CONTACT)
                .capture(luck.percent(25) ? CaptureMode.AT_CHECKOUT : CaptureMode.ON_SHIPMENT);
        call(node, request.key(), shop -> complete(shop, request), () -> !cartIsThere.test(cart));
    }

    /** A cart may be empty, and one that the store has lost is not there. */
    private void requireAbout(CartId cart, CommerceException refusal) {
        boolean gone = refusal instanceof NotFoundException && !cartIsThere.test(cart);
        if (!gone && !isAboutAnEmptyCart(refusal)) {
            throw refusal;
        }
    }

    private static boolean isAboutAnEmptyCart(CommerceException refusal) {
        return refusal instanceof InvalidInputException
                && String.valueOf(refusal.getMessage()).equals("cart: must not be empty");
    }

    /** A key that claimed nothing is refused once its cart is empty; the buyer sees that the quote is no longer good. */
    private static Object complete(Shop shop, CheckoutRequest request) {
        try {
            return shop.checkout().complete(request);
        } catch (InvalidInputException emptied) {
            if (!isAboutAnEmptyCart(emptied)) {
                throw emptied;
            }
            return new CheckoutResult.QuoteChanged(request.quote());
        }
    }

    private CartId open(Shop node) {
        CartId cart = node.carts()
                .open(Buyer.customer("c" + luck.random().nextInt(3)), GBP)
                .id();
        carts.add(cart);
        changeCart(node, cart);
        return cart;
    }

    private void changeCart(Shop node) {
        if (!carts.isEmpty()) {
            changeCart(node, luck.any(carts));
        }
    }

    private void changeCart(Shop node, CartId cart) {
        try {
            node.carts().setQuantity(cart, luck.any(skus), 1 + luck.random().nextInt(3));
            if (luck.percent(33)) {
                node.carts().setQuantity(cart, luck.any(skus), luck.random().nextInt(3));
            }
            if (luck.percent(25)) {
                // The same goods in a line of their own.
                LineId gift = LineId.of("gift");
                node.carts().put(cart, new CartLine(gift, luck.any(skus), 1, Map.of(), Optional.empty()));
            }
        } catch (NotFoundException lost) {
            requireAbout(cart, lost);
        }
    }

    private void repeat(Shop node) {
        if (!answers.commands().isEmpty()) {
            call(luck.any(answers.commands()), node);
        }
    }

    private void ship(Shop node) {
        anyOrder(node, order -> true).ifPresent(order -> {
            OrderLine line = anyLine(order);
            boolean part = luck.percent(60) && line.quantity() > 1;
            IdempotencyKey key = nextKey(part ? PART : "ship");
            ShipRequest request = part
                    ? ShipRequest.of(key, order.id(), LineQuantity.of(line.id().value(), 1))
                    : ShipRequest.all(key, order.id());
            call(node, key, shop -> shop.orders().ship(request));
        });
    }

    private void takeBack(Shop node) {
        anyOrder(node, order -> order.lines().stream().anyMatch(line -> line.shipped() > 0))
                .ifPresent(order -> {
                    IdempotencyKey key = nextKey("return");
                    LineQuantity line = LineQuantity.of(
                            anyLine(order).id().value(), 1 + luck.random().nextInt(2));
                    ReturnRequest request = ReturnRequest.of(key, order.id(), line);
                    ReturnRequest chosen = luck.percent(50) ? request : request.restocked();
                    call(node, key, shop -> shop.orders().takeBack(chosen));
                });
    }

    private void cancel(Shop node) {
        anyOrder(node, order -> true).ifPresent(order -> {
            IdempotencyKey key = nextKey("cancel");
            call(node, key, shop -> shop.orders().cancel(order.id(), "changed my mind", key));
        });
    }

    private void receive(Shop node) {
        IdempotencyKey key = nextKey("receive");
        Sku sku = luck.any(skus);
        long units = 1L + luck.random().nextInt(5);
        call(node, key, shop -> shop.inventory().receive(sku, units, key));
        for (SimulatedAnswers.Command command : answers.commands()) {
            if (answers.answer(command.key()) instanceof CheckoutResult.OutOfStock) {
                beforeRestock.add(command.key());
            }
        }
    }

    private void call(Shop node, IdempotencyKey key, Function<Shop, Object> command) {
        call(node, key, command, () -> false);
    }

    private void call(Shop node, IdempotencyKey key, Function<Shop, Object> command, BooleanSupplier lost) {
        call(answers.add(new SimulatedAnswers.Command(key.value(), command, lost)), node);
    }

    private @Nullable Object call(SimulatedAnswers.Command command, Shop node) {
        Object answer = answers.call(command, node);
        if (answer != null) {
            note(command.key(), answer);
        }
        return answer;
    }

    private void note(String key, Object answer) {
        if (answer instanceof CheckoutResult.Confirmed confirmed) {
            note(key, confirmed.order());
        } else if (answer instanceof CheckoutResult.Pending pending) {
            note(key, pending.order());
            pending.action().ifPresent(action -> luck.happened(Fault.PAYMENT_WAITED_FOR_BUYER));
        } else if (answer instanceof CheckoutResult.Declined declined) {
            note(key, declined.order());
            luck.happened(Fault.PAYMENT_DECLINED);
        } else if (answer instanceof CheckoutResult.Cancelled cancelled) {
            note(key, cancelled.order());
        } else if (answer instanceof CheckoutResult.OutOfStock && beforeRestock.contains(key)) {
            luck.happened(Fault.REPEATED_AFTER_RESTOCK);
        } else if (answer instanceof CancelResult.Cancelled) {
            luck.happened(Fault.ORDER_CANCELLED);
        } else if (answer instanceof ShipResult.Shipped && key.startsWith(PART)) {
            luck.happened(Fault.SHIPPED_IN_PART);
        } else if (answer instanceof ReturnResult.Returned) {
            luck.happened(Fault.TAKEN_BACK);
        }
    }

    private void note(String key, OrderId order) {
        orders.add(order);
        String first = firstKeys.putIfAbsent(order, key);
        if (first != null && !first.equals(key)) {
            luck.happened(Fault.TWO_TABS);
        }
    }

    private Optional<Order> anyOrder(Shop node, Predicate<Order> wanted) {
        return orders.isEmpty()
                ? Optional.empty()
                : node.orders().find(luck.any(List.copyOf(orders))).filter(wanted);
    }

    private OrderLine anyLine(Order order) {
        return luck.any(order.lines());
    }

    private IdempotencyKey nextKey(String what) {
        return IdempotencyKey.of(what + "-" + ++named);
    }
}
