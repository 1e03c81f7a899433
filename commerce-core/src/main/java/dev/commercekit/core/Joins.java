package dev.commercekit.core;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.assembly.Assembly;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Builds the shop anew inside of each transaction of the host, so that nothing of it is left when the transaction is gone. */
final class Joins {

    private final Storage storage;
    private final Assembly assembly;
    private final WorkflowEngine engine;
    private final LongSupplier nanos;

    Joins(Storage storage, Assembly assembly, WorkflowEngine engine, LongSupplier nanos) {
        this.storage = storage;
        this.assembly = assembly;
        this.engine = engine;
        this.nanos = nanos;
    }

    JoinedShop join(Object transaction) {
        Input.required(transaction, "transaction");
        if (!(storage instanceof JoinableStorage<?> joinable)) {
            throw new TransactionNotJoinableException(
                    Reason.STORAGE, storage.getClass().getName() + " joins no transactions");
        }
        Storage joined = joined(joinable, transaction);
        CommitPath commits = CommitPath.straightInto(joined);
        StorageClock clock = new StorageClock(joined, nanos);
        return new View(assembly.over(joined, commits, clock, engine.withoutCalls(joined, commits, clock), () -> {}));
    }

    private static <T> Storage joined(JoinableStorage<T> storage, Object transaction) {
        Class<T> type = storage.transactionType();
        if (!type.isInstance(transaction)) {
            throw new TransactionNotJoinableException(
                    Reason.STORAGE, "the storage joins a " + type.getName() + ", and this is none");
        }
        return storage.join(type.cast(transaction));
    }

    private record View(Assembly.Services services) implements JoinedShop {

        @Override
        public CheckoutResult place(CheckoutRequest request) {
            return services.checkout().complete(request);
        }

        @Override
        public CancelResult cancel(OrderId order, String reason, IdempotencyKey key) {
            return services.orders().cancel(order, reason, key);
        }

        @Override
        public Optional<Order> find(OrderId order) {
            return services.orders().find(order);
        }

        @Override
        public Inventory inventory() {
            return services.inventory();
        }
    }
}
