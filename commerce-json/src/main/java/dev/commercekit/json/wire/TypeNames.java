package dev.commercekit.json.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.workflow.Transition.Next;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names by which the cases of sealed types are told apart on the wire. A name that was released never changes. */
public final class TypeNames {

    /** The property that carries the name. */
    static final String PROPERTY = "type";

    /** The api's own, written down so that renaming a class changes nothing on the wire. */
    private static final Map<Class<?>, String> PINNED = Map.ofEntries(
            entry(Buyer.Customer.class, "customer"),
            entry(Buyer.Guest.class, "guest"),
            entry(CancelResult.Cancelled.class, "cancelled"),
            entry(CancelResult.NotCancellable.class, "not-cancellable"),
            entry(CancelResult.Pending.class, "pending"),
            entry(CheckoutResult.Cancelled.class, "cancelled"),
            entry(CheckoutResult.Confirmed.class, "confirmed"),
            entry(CheckoutResult.Declined.class, "declined"),
            entry(CheckoutResult.OutOfStock.class, "out-of-stock"),
            entry(CheckoutResult.Pending.class, "pending"),
            entry(CheckoutResult.QuoteChanged.class, "quote-changed"),
            entry(CheckoutResult.Refused.class, "refused"),
            entry(HoldResult.Held.class, "held"),
            entry(HoldResult.OutOfStock.class, "out-of-stock"),
            entry(Next.Await.class, "await"),
            entry(Next.End.class, "end"),
            entry(Next.Following.class, "following"),
            entry(Next.Jump.class, "jump"),
            entry(Next.Park.class, "park"),
            entry(Next.Undo.class, "undo"),
            entry(OrderEvent.CancellationRequested.class, "cancellation-requested"),
            entry(OrderEvent.GoodsReturned.class, "goods-returned"),
            entry(OrderEvent.GoodsShipped.class, "goods-shipped"),
            entry(OrderEvent.OrderCancelled.class, "order-cancelled"),
            entry(OrderEvent.OrderConfirmed.class, "order-confirmed"),
            entry(OrderEvent.OrderExpiring.class, "order-expiring"),
            entry(OrderEvent.OrderPlaced.class, "order-placed"),
            entry(OrderEvent.PaymentDeclined.class, "payment-declined"),
            entry(PaymentOutcome.ActionRequired.class, "action-required"),
            entry(PaymentOutcome.Approved.class, "approved"),
            entry(PaymentOutcome.Declined.class, "declined"),
            entry(PaymentOutcome.Unknown.class, "unknown"),
            entry(ReturnResult.NotReturnable.class, "not-returnable"),
            entry(ReturnResult.Pending.class, "pending"),
            entry(ReturnResult.RefundDeclined.class, "refund-declined"),
            entry(ReturnResult.Returned.class, "returned"),
            entry(ShipResult.CaptureDeclined.class, "capture-declined"),
            entry(ShipResult.NotShippable.class, "not-shippable"),
            entry(ShipResult.Pending.class, "pending"),
            entry(ShipResult.Shipped.class, "shipped"));

    private TypeNames() {}

    /** Returns the cases whose names are pinned. */
    public static Set<Class<?>> pinned() {
        return PINNED.keySet();
    }

    /** Returns the name of a case of a sealed type; other types have none. */
    public static Optional<String> of(Class<?> type) {
        return underSealed(type) ? Optional.of(name(type)) : Optional.empty();
    }

    /** Returns whether a type is sealed and all its cases are records. */
    static boolean isSealedOverRecords(Class<?> type) {
        return type.isSealed() && leaves(type).stream().allMatch(Class::isRecord);
    }

    /** Returns all cases of a sealed type by their names. */
    public static Map<String, Class<?>> cases(Class<?> sealed) {
        Map<String, Class<?>> cases = new LinkedHashMap<>();
        for (Class<?> leaf : leaves(sealed)) {
            if (cases.put(name(leaf), leaf) != null) {
                throw new IllegalArgumentException(
                        "two cases of " + sealed.getName() + " have one name: " + name(leaf));
            }
        }
        return cases;
    }

    /** Returns the types below a sealed type that are not sealed themselves. */
    public static List<Class<?>> leaves(Class<?> sealed) {
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            leaves.addAll(permitted.isSealed() ? leaves(permitted) : List.of(permitted));
        }
        return leaves.stream().distinct().toList();
    }

    /** By rule, unless the name is pinned here, or beside the class for types that are not the api's. */
    private static String name(Class<?> type) {
        String pinned = PINNED.get(type);
        if (pinned != null) {
            return pinned;
        }
        JsonTypeName given = type.getAnnotation(JsonTypeName.class);
        return given != null
                ? given.value()
                : type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean underSealed(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed() || underSealed(above)) {
                return true;
            }
        }
        return false;
    }
}
