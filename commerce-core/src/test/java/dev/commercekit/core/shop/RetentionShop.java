package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A shop with a subscriber, in which time passes and rows are counted. */
final class RetentionShop implements AutoCloseable {

    /** What is forgotten in time. */
    static final List<String> FORGOTTEN =
            List.of("event", "idempotency_key", "inbox", "witness", "workflow", "workflow_signal");

    final TestShop shop;
    final Commerce commerce;

    RetentionShop() {
        this(storage -> storage, builder -> builder);
    }

    RetentionShop(Function<Storage, Storage> faults, UnaryOperator<CommerceBuilder> more) {
        this.shop = new TestShop(faults, builder -> more.apply(subscribed(builder)));
        this.commerce = shop.commerce;
        shop.receive(HOLDER, 10_000);
    }

    /** Opens one more instance. */
    Commerce another() {
        return shop.another(RetentionShop::subscribed);
    }

    static CommerceBuilder subscribed(CommerceBuilder builder) {
        return builder.on("mail", OrderEvent.class, event -> {});
    }

    OrderId confirmed(String name) {
        return shop.order(name, HOLDER, 2, SandboxCards.approved());
    }

    OrderId shipped(String name) {
        OrderId order = confirmed(name);
        commerce.orders().ship(ShipRequest.all(key("ship-" + name), order));
        return order;
    }

    void after(Duration time) {
        shop.clock.advance(time);
        drain();
    }

    void drain() {
        while (commerce.housekeep() > 0) {}
    }

    /** Returns how many rows each of the tables has that are forgotten in time. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        FORGOTTEN.forEach(name -> counts.put(name, rows(name).count()));
        return counts;
    }

    long count(String table) {
        return rows(table).count();
    }

    /** Returns how many rows of a table tell of the order, anywhere. */
    long count(String table, OrderId order) {
        return rows(table)
                .filter(row -> row.key().values().toString().contains(order.value())
                        || row.toString().contains(order.value())
                        || columns(row).anyMatch(value -> value.contains(order.value())))
                .count();
    }

    private static Stream<String> columns(Row row) {
        return row.key().table().columns().stream()
                .flatMap(column -> row.find(column).stream())
                .map(Object::toString);
    }

    private Stream<Row> rows(String name) {
        Table table = commerce.tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return shop.memory.scan(Scan.of(table).limit(10_000)).rows().stream();
    }

    @Override
    public void close() {
        shop.close();
    }
}
