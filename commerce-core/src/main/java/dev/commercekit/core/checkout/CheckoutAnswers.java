package dev.commercekit.core.checkout;

import dev.commercekit.IdGenerator;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.checkout.flow.CheckoutClaims;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.workflow.Run;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * The answers to keys that are claimed already. The key of the order's own checkout gets its answer from the workflow; the key
 * of another request that met the same cart is tied to the order, and keeps the answer as soon as it is final.
 */
public final class CheckoutAnswers {

    /** Kept once while it waits, however often a buyer asks. */
    private static final Signal ASK = new Signal("ask", "ask", "{}");

    private final Storage storage;
    private final CommitPath commits;
    private final WorkflowEngine engine;
    private final Workflow<CheckoutState> workflow;
    private final IdGenerator ids;

    /** Creates it. */
    public CheckoutAnswers(
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

    /** Returns the answer to a claimed key without driving anything. */
    CheckoutResult now(Row claim) {
        return CheckoutClaims.answer(claim).orElseGet(() -> {
            OrderId order = CheckoutClaims.order(claim);
            return engine.find(workflow, CheckoutWorkflow.id(order))
                    .map(run -> run.state().answer())
                    .orElseGet(() -> byOrder(order));
        });
    }

    /** Returns the answer to a claimed key after asking the gateway again, where that is due or waits for the buyer. */
    CheckoutResult driven(Row claim) {
        Optional<CheckoutResult> stored = CheckoutClaims.answer(claim);
        if (stored.isPresent()) {
            return stored.get();
        }
        CheckoutResult answer = driven(CheckoutClaims.order(claim));
        if (!(answer instanceof CheckoutResult.Pending)) {
            keep(claim.key(), answer);
        }
        return answer;
    }

    /** Ties a key to the order that came of its cart; where somebody was faster the key is claimed otherwise. */
    void tie(RowKey claim, String fingerprint, OrderId order) {
        commits.commit(WriteSet.of(WriteSetId.of(ids.next()), CheckoutClaims.unanswered(claim, fingerprint, order)));
    }

    private CheckoutResult driven(OrderId order) {
        String id = CheckoutWorkflow.id(order);
        boolean waits = engine.find(workflow, id)
                .filter(run -> run.open() && run.state().outcome().isPresent())
                .isPresent();
        if (waits) {
            engine.signal(id, ASK);
        }
        return engine.drive(workflow, id)
                .map(Run::state)
                .map(CheckoutState::answer)
                .orElseGet(() -> byOrder(order));
    }

    /** Refused where the key has its answer already, which then is the same. */
    private void keep(RowKey claim, CheckoutResult answer) {
        commits.commit(WriteSet.of(WriteSetId.of(ids.next()), CheckoutClaims.answer(claim, answer)));
    }

    /** The workflow may have been pruned; the order tells the same. */
    private CheckoutResult byOrder(OrderId id) {
        RowKey key = OrderTable.key(id);
        Row order = storage.get(List.of(key))
                .find(key)
                .orElseThrow(() -> new IllegalStateException("a key is claimed for an order that is not there: " + id));
        if (order.find(OrderTable.CONFIRMED_AT).isPresent()) {
            OrderNumber number = new OrderNumber(order.get(OrderTable.NUMBER));
            return new CheckoutResult.Confirmed(id, number, OrderRows.total(order));
        }
        String reason = order.find(OrderTable.CANCEL_REASON)
                .orElseThrow(() -> new IllegalStateException("an order under way has no checkout: " + id));
        return order.find(OrderTable.DECLINE_REASON)
                .map(DeclineReason::valueOf)
                .<CheckoutResult>map(declined -> new CheckoutResult.Declined(id, declined))
                .orElseGet(() -> new CheckoutResult.Cancelled(id, reason));
    }
}
