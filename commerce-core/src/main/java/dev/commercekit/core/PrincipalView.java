package dev.commercekit.core;

import com.google.common.base.Throwables;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Principal;
import dev.commercekit.call.CallContext;
import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.operator.Operator;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.Orders;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services of a shop, each call of which is made on behalf of one principal, who must be allowed to make it. */
record PrincipalView(
        Catalog catalog,
        Inventory inventory,
        Carts carts,
        Checkout checkout,
        Orders orders,
        Operator operator,
        Function<Object, JoinedShop> joins)
        implements Shop {

    static PrincipalView of(Shop shop, Principal principal) {
        return new PrincipalView(
                as(principal, Catalog.class, shop.catalog()),
                as(principal, Inventory.class, shop.inventory()),
                as(principal, Carts.class, shop.carts()),
                as(principal, Checkout.class, shop.checkout()),
                as(principal, Orders.class, shop.orders()),
                as(principal, Operator.class, shop.operator()),
                transaction -> joined(principal, shop.in(transaction)));
    }

    @Override
    public JoinedShop in(Object transaction) {
        return joins.apply(transaction);
    }

    private static JoinedShop joined(Principal principal, JoinedShop shop) {
        return new Joined(as(principal, JoinedShop.class, shop), as(principal, Inventory.class, shop.inventory()));
    }

    private record Joined(JoinedShop shop, Inventory inventory) implements JoinedShop {

        @Override
        public CheckoutResult place(CheckoutRequest request) {
            return shop.place(request);
        }

        @Override
        public CancelResult cancel(OrderId order, String reason, IdempotencyKey key) {
            return shop.cancel(order, reason, key);
        }

        @Override
        public Optional<Order> find(OrderId order) {
            return shop.find(order);
        }
    }

    private static <T> T as(Principal principal, Class<T> port, T service) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            CallContext context = CallContext.current().as(principal);
            return context.call(() -> Optional.ofNullable(invoke(method, service, arguments)))
                    .orElse(null);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static @Nullable Object invoke(Method method, Object service, Object @Nullable [] arguments) {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException thrown) {
            Throwables.throwIfUnchecked(thrown.getTargetException());
            throw new IllegalStateException(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
