package dev.commercekit.core.checkout;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.core.workflow.progress.Standing;
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
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Workflow;
import java.util.Optional;

/**
 * Moves orders whose time is over, by the storage's clock, from placed to expiring, and wakes their checkouts, which settle the
 * payment and release the stock. It releases nothing itself. Where confirmations are relaxed, an order expires only once the gateway
 * has said, after its time was over, that it waits for the buyer; whatever else it says settles the order. Safe when done twice or by
 * several instances at once.
 */
public final class OrderExpiry {

    /** Kept once while it waits, however often an order is cancelled. */
    private static final Signal WAKE = new Signal("wake", "wake", "{}");

    private final Storage storage;
    private final CommitPath commits;
    private final WorkflowEngine engine;
    private final Workflow<CheckoutState> workflow;
    private final Durability confirmations;
    private final IdGenerator ids;

    /** Creates it; {@code confirmations} says how well the commits are kept that settle the payments of checkouts. */
    public OrderExpiry(
            Storage storage,
            CommitPath commits,
            WorkflowEngine engine,
            Workflow<CheckoutState> workflow,
            Durability confirmations,
            IdGenerator ids) {
        this.storage = storage;
        this.commits = commits;
        this.engine = engine;
        this.workflow = workflow;
        this.confirmations = confirmations;
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
        if (!settledFirst(OrderId.of(row.get(OrderTable.ID)))) {
            return false;
        }
        OrderDraft order = new OrderDraft(row, due.at(), "expiry")
                .become(OrderStatus.EXPIRING)
                .tell(OrderEvent.OrderExpiring::new);
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), order.writes()));
        return result.applied();
    }

    /**
     * Asks the gateway for the answer to an order's payment before the order is changed, where a crash may have taken back what had
     * settled it. Then what the buyer was told comes back, instead of being overtaken.
     *
     * @return whether no answer that the buyer was told can be lost, since the gateway says that it waits for the buyer, or nobody
     *     can ask it any more
     */
    public boolean settledFirst(OrderId order) {
        if (confirmations == Durability.STRICT) {
            return true;
        }
        String id = CheckoutWorkflow.id(order);
        // A signal that waits has made it due already, and is taken only with an answer.
        if (standing(id).filter(asked -> !asked.told()).isPresent()) {
            wake(order);
        }
        return standing(id)
                .filter(now -> now.parked() || now.open() && !now.told())
                .isPresent();
    }

    private Optional<Standing> standing(String id) {
        return engine.interventions().find(id);
    }

    /** Wakes the checkout of an order whose status was changed, and drives it. */
    public void wake(OrderId order) {
        String id = CheckoutWorkflow.id(order);
        if (engine.signal(id, WAKE)) {
            engine.drive(workflow, id);
        }
    }
}
