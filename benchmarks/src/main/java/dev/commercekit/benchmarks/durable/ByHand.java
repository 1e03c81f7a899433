package dev.commercekit.benchmarks.durable;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A checkout as one would write it without a library, with care: one transaction before the call of the gateway and one after it,
 * which write the rows that the shop writes into tables like the shop's, the hot row of the stock last. It leaves out what only
 * the shop needs: the witnesses of commits whose reply was lost.
 */
final class ByHand {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final BigDecimal TOTAL = new BigDecimal("5.10");
    private static final int QUANTITY = 2;

    private final DataSource source;
    private final PaymentGateway gateway;
    private final int skus;

    ByHand(DataSource source, PaymentGateway gateway, int skus) {
        this.source = source;
        this.gateway = gateway;
        this.skus = skus;
    }

    /** Fills the stock. */
    void receive(long quantity) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (int i = 0; i < skus; i++) {
                run(connection, "INSERT INTO stock VALUES (?, 'main', ?, 'TRACKED', 1)", "SKU-" + i, quantity);
            }
        }
    }

    /** Buys, and must be confirmed. */
    void buy(int number) {
        HandOrder order =
                new HandOrder(UUID.randomUUID().toString(), "N-" + number, "buyer-" + number, "SKU-" + number % skus);
        try {
            transaction(connection -> place(connection, order));
            PaymentOutcome outcome = gateway.authorize(new AuthorizeRequest(
                    IdempotencyKey.of(order.requestKey()),
                    order.number(),
                    Money.of(TOTAL, GBP),
                    SandboxCards.approved(),
                    false));
            if (!(outcome instanceof PaymentOutcome.Approved approved)) {
                throw new IllegalStateException("the payment was not approved: " + outcome);
            }
            transaction(connection ->
                    confirm(connection, order, approved.reference().value()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void place(Connection on, HandOrder order) throws SQLException {
        run(
                on,
                "INSERT INTO idempotency_key VALUES (?, ?, ?, NULL, ?, ?, now(), 1)",
                order.scope(),
                order.key(),
                order.fingerprint(),
                order.id(),
                order.id());
        run(on, "INSERT INTO cart_claim VALUES (?, ?, ?, 'LIVE', 1)", order.cart(), order.cart(), order.id());
        run(on, "INSERT INTO order_number VALUES (?, ?, 1)", order.number(), order.id());
        run(
                on,
                "INSERT INTO shop_order VALUES (?, ?, ?, ?, ?, 'PLACED', 'GBP', ?, 1, NULL, NULL, now() + interval '30 min',"
                        + " NULL, NULL, now(), ?::json, 1)",
                order.id(),
                order.number(),
                order.buyer(),
                order.cart(),
                order.cart(),
                TOTAL,
                order.body());
        run(
                on,
                "INSERT INTO event VALUES (?, ?, 1, 'order-placed', ?::json, now(), now(), 'PENDING', 0, NULL, 1)",
                order.id() + "/1",
                order.id(),
                order.event("order-placed"));
        run(
                on,
                "INSERT INTO stock_hold VALUES (?, ?, ?, 'HELD', 'order', now() + interval '30 min', NULL, ?, NULL, 1)",
                order.id(),
                order.sku(),
                QUANTITY,
                QUANTITY);
        run(
                on,
                "INSERT INTO workflow VALUES (?, 'checkout', 1, 'RUNNING', 0, 'pay', 1, 0, ?::json, '',"
                        + " now() + interval '30 s', NULL, now() + interval '1 day', 0, NULL, now(), now(), NULL, 1)",
                order.attempt(),
                order.state("null"));
        require(run(
                on,
                "UPDATE stock SET available = available - ?, row_version = row_version + 1"
                        + " WHERE sku = ? AND pool = 'main' AND available >= ?",
                QUANTITY,
                order.sku(),
                QUANTITY));
    }

    private static void confirm(Connection on, HandOrder order, String reference) throws SQLException {
        require(run(
                on,
                "UPDATE shop_order SET status = 'CONFIRMED', events = 2, expires_at = NULL, confirmed_at = now(),"
                        + " row_version = 2 WHERE id = ? AND row_version = 1",
                order.id()));
        run(
                on,
                "INSERT INTO event VALUES (?, ?, 2, 'order-confirmed', ?::json, now(), now(), 'PENDING', 0, NULL, 1)",
                order.id() + "/2",
                order.id(),
                order.event("order-confirmed"));
        run(on, "INSERT INTO payment VALUES (?, 'GBP', ?, 0.00, 0.00, 0.00, ?, 1)", order.id(), TOTAL, reference);
        run(
                on,
                "INSERT INTO payment_entry VALUES (?, ?, 'AUTHORIZED', ?, now(), 1)",
                order.id(),
                order.requestKey(),
                TOTAL);
        require(run(
                on,
                "UPDATE idempotency_key SET answer = ?::json, row_version = 2"
                        + " WHERE scope = ? AND key = ? AND row_version = 1",
                order.answer(),
                order.scope(),
                order.key()));
        require(run(
                on,
                "UPDATE stock_hold SET state = 'SOLD', counted_at = now(), held = NULL, due_at = NULL, row_version = 2"
                        + " WHERE hold_id = ? AND sku = ? AND row_version = 1",
                order.id(),
                order.sku()));
        require(run(
                on,
                "UPDATE workflow SET status = 'FINISHED', step = 'settle', state = ?::json, due = NULL,"
                        + " send_until = NULL, changed_at = now(), ended_at = now(), row_version = 2"
                        + " WHERE id = ? AND row_version = 1",
                order.state(order.answer()),
                order.attempt()));
    }

    private void transaction(Work work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("a row was not as it should be");
        }
    }

    @FunctionalInterface
    private interface Work {

        void on(Connection connection) throws SQLException;
    }
}
