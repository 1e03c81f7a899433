package dev.commercekit.examples.durable.join;

import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A host that writes an invoice together with the order; the page of commerce-jdbc shows it word for word. */
final class InvoicedSale {

    private InvoicedSale() {}

    static CheckoutResult sell(Commerce shop, DataSource pool, CheckoutRequest request) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var invoice = connection.prepareStatement("INSERT INTO invoice (request) VALUES (?)")) {
                invoice.setString(1, request.key().value());
                invoice.execute();
            }
            var result = shop.in(connection).place(request);
            if (result instanceof CheckoutResult.Pending) {
                connection.commit(); // invoice, order and held stock are there; the gateway is asked from now on
            } else {
                connection.rollback(); // out of stock, a new price: neither is there
            }
            return result;
        }
    }
}
