package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.NotFoundException;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.call.CallContext;
import dev.commercekit.core.key.Caller;
import dev.commercekit.core.key.Fingerprint;
import dev.commercekit.core.order.OrderListing;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.Orders;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.storage.Storage;
import java.util.List;
import java.util.Optional;

/** The orders over a storage. */
public final class OrderService implements Orders {

    private final Storage storage;
    private final OrderListing listing;
    private final OrderCommands.Running commands;
    private final Runnable committed;

    /** Creates the service; {@code committed} runs whenever there may be new events. */
    public OrderService(Storage storage, OrderCommands.Running commands, Runnable committed) {
        this.storage = storage;
        this.listing = new OrderListing(storage);
        this.commands = commands;
        this.committed = committed;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        Optional<Order> order = OrderRows.find(storage, Input.required(id, "orderId"));
        order.ifPresent(found -> Caller.requireFor(found.buyer()));
        return order;
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return listing.find(Input.required(number, "orderNumber")).flatMap(this::find);
    }

    @Override
    public Page<Order> ofCustomer(CustomerId customer, PageRequest page) {
        Caller.requireFor(new Buyer.Customer(customer));
        return listing.ofCustomer(customer, Input.required(page, "page"));
    }

    @Override
    public List<OrderEvent> timeline(OrderId id) {
        return find(id).isPresent() ? OrderRows.EVENTS.timeline(storage, id) : List.of();
    }

    @Override
    public CancelResult cancel(OrderId id, String reason, IdempotencyKey key) {
        Input.text(reason, "reason", 200);
        Input.required(key, "idempotencyKey");
        Order order = existing(id);
        Fingerprint print = Fingerprint.v1().field("order", id.value()).field("reason", reason);
        return told(commands.cancel(request(order, List.of(), false, Optional.of(reason), key, print)));
    }

    @Override
    public ShipResult ship(ShipRequest request) {
        Caller.require(Permission.MANAGE_ORDERS);
        Order order = managed(Input.required(request, "request").order());
        Fingerprint print = print(request.order(), request.lines()).field("tracking", request.tracking());
        return told(commands.ship(request(order, request.lines(), false, request.tracking(), request.key(), print)));
    }

    @Override
    public ReturnResult takeBack(ReturnRequest request) {
        Caller.require(Permission.MANAGE_ORDERS);
        Order order = managed(Input.required(request, "request").order());
        Fingerprint print = print(request.order(), request.lines())
                .field("restock", request.restock() ? 1 : 0)
                .field("reason", request.reason());
        return told(commands.takeBack(
                request(order, request.lines(), request.restock(), request.reason(), request.key(), print)));
    }

    private <R> R told(R answer) {
        committed.run();
        return answer;
    }

    /** Whoever manages orders manages those of every buyer. */
    private Order managed(OrderId id) {
        return OrderRows.find(storage, id).orElseThrow(() -> new NotFoundException("order", id.value()));
    }

    private Order existing(OrderId id) {
        return find(id).orElseThrow(() -> new NotFoundException("order", id.value()));
    }

    private static Fingerprint print(OrderId order, List<LineQuantity> lines) {
        Fingerprint print = Fingerprint.v1().field("order", order.value()).field("lines", lines.size());
        lines.forEach(line -> print.field("line", line.line().value()).field("quantity", line.quantity()));
        return print;
    }

    private static OperationState.Request request(
            Order order,
            List<LineQuantity> lines,
            boolean restock,
            Optional<String> note,
            IdempotencyKey key,
            Fingerprint print) {
        String actor = CallContext.current().principal().name();
        return new OperationState.Request(
                order.id(), lines, restock, note, actor, order.buyer().scope(), key, print.text());
    }
}
