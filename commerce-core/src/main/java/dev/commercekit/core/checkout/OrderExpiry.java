package dev.commercekit.core.checkout;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Workflow;

/**
 * Moves orders whose time is over, by the storage's clock, from placed to expiring, and wakes their checkouts, which settle the
 * payment and release the stock. It releases nothing itself. Safe when done twice or by several instances at once.
 */
public final class OrderExpiry {

    /** Kept once while it waits, however often an order is cancelled. */
    private static final Signal WAKE = new Signal("wake", "wake", "{}");

    private final Storage storage;
    private final CommitPath commits;
    private final WorkflowEngine engine;
    private final Workflow<CheckoutState> workflow;
    private final IdGenerator ids;

    /** Creates it. */
    public OrderExpiry(
            Storage storage,
            CommitPath commits,
            WorkflowEngine engine,
            Workflow<CheckoutState> workflow,
            IdGenerator ids) {
        this.storage = storage;
        this.commits = commits;
        this.engine = engine;
        this.workflow = workflow;
        this.ids = ids;
    }

    /** Lets at most so many orders expire, those first whose time has been over longest, and returns how many it moved. */
    public int expireDue(int limit) {
        Reading due = storage.scan(Scan.of(OrderTable.TABLE, "expiring").limit(limit));
        int moved = 0;
        for (Row row : due.rows()) {
            if (!row.get(OrderTable.EXPIRES_AT).isAfter(due.at()) && expired(row, due)) {
                moved++;
                wake(OrderId.of(row.get(OrderTable.ID)));
            }
        }
        return moved;
    }

    private boolean expired(Row row, Reading due) {
        OrderDraft order = new OrderDraft(row, due.at(), "expiry")
                .become(OrderStatus.EXPIRING)
                .tell(OrderEvent.OrderExpiring::new);
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), order.writes()));
        return result.applied();
    }

    /** Wakes the checkout of an order whose status was changed, and drives it. */
    public void wake(OrderId order) {
        String id = CheckoutWorkflow.id(order);
        if (engine.signal(id, WAKE)) {
            engine.drive(workflow, id);
        }
    }
}
