package dev.commercekit.jdbc;

import static dev.commercekit.core.sandbox.SandboxOperation.AUTHORIZE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.JoinedShop;
import dev.commercekit.order.OrderId;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopFixture;
import dev.commercekit.testkit.shop.ShopUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop in a database, and a host with a table and a transaction of its own there. */
abstract class JoinedShopFixture extends ShopFixture {

    SqlShop sqlShop;
    Transactions transactions;
    Connection transaction;

    /** Opens a shop over an empty database. */
    abstract SqlShop openSqlShop();

    /** Opens connections of the host to the same database, in which there is its table {@code host_invoice}. */
    abstract Transactions openTransactions();

    @Override
    protected final ShopUnderTest createShop() {
        sqlShop = openSqlShop();
        return sqlShop;
    }

    @BeforeEach
    final void beginTransaction() {
        transactions = openTransactions();
        transaction = transactions.begin();
    }

    @AfterEach
    final void endTransactions() throws SQLException {
        transactions.close();
    }

    final JoinedShop joined() {
        return sqlShop.commerce.in(transaction);
    }

    final void commit() {
        transactions.commit(transaction);
        transaction = transactions.begin();
    }

    final void rollBack() {
        transactions.rollBack(transaction);
        transaction = transactions.begin();
    }

    final long calls() {
        return sqlShop.gateway.calls(AUTHORIZE);
    }

    final long invoices() {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM host_invoice")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static void housekeep(Commerce shop) {
        while (shop.housekeep() > 0) {}
    }

    final CheckoutRequest holders(IdempotencyKey key, long units) {
        return request(key, cart(HOLDER, units), PaymentCase.APPROVED);
    }

    /** Places an order in a transaction that is committed. */
    final OrderId placed(CheckoutRequest request) {
        OrderId order = pending(joined().place(request)).order();
        commit();
        return order;
    }
}
