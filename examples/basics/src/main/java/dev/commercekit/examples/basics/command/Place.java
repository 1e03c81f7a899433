package dev.commercekit.examples.basics.command;

import dev.commercekit.core.Commerce;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Table;

/**
 * Where the shop of a demo is kept, and a gateway that lives as long as the storage does.
 *
 * @param storage the storage
 * @param gateway the gateway
 * @param ledger the gateway's own account
 * @param fresh makes the gateway forget what it has done
 * @param rest closes what they need, after them
 */
public record Place(Storage storage, PaymentGateway gateway, PaymentLedger ledger, Runnable fresh, Runnable rest)
        implements AutoCloseable {

    /** Refuses a shop in which something was sold before; otherwise the gateway begins anew as well. */
    public void begin(Commerce shop) throws UsageException {
        requireNew(shop);
        fresh.run();
    }

    /** Refuses a shop in which something was sold before. */
    public static void requireNew(Commerce shop) throws UsageException {
        Table orders = shop.tables().stream()
                .filter(table -> table.name().equals("shop_order"))
                .findFirst()
                .orElseThrow();
        if (!shop.storage().scan(Scan.of(orders).limit(1)).rows().isEmpty()) {
            throw new UsageException("there is a shop with orders in it already; a demo begins with a new one");
        }
    }

    @Override
    public void close() {
        try {
            storage.close();
        } finally {
            rest.run();
        }
    }
}
