package dev.commercekit.core.order.operation;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.order.operation.OperationState.Request;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The commands that move the money of orders, and the workflows that they are. */
public final class OrderCommands {

    private final Kind<ShipResult> ship;
    private final Kind<ReturnResult> takeBack;
    private final Kind<CancelResult> cancel;

    /** Defines the workflows; their calls take at most the timeout, and their keys are sent within the window. */
    public OrderCommands(GatewayCalls gateway, Duration timeout, Duration window) {
        this.ship = new Kind<>(new Ship(), gateway, timeout, window);
        this.takeBack = new Kind<>(new TakeBack(), gateway, timeout, window);
        this.cancel = new Kind<>(new Cancel(), gateway, timeout, window);
    }

    /** Returns the workflows, for the engine. */
    public List<Workflow<OperationState>> workflows() {
        return List.of(ship.workflow, takeBack.workflow, cancel.workflow);
    }

    /** Returns what operators must know of the workflows. */
    public List<PayingWorkflow<OperationState>> paying() {
        return List.of(ship.paying(), takeBack.paying(), cancel.paying());
    }

    /**
     * Returns the commands, run by an engine over these workflows.
     *
     * @param settleFirst brings back what a crash may have taken back of how an order's payment was settled
     * @param wakeCheckout drives the checkout of an order at once
     */
    public Running with(
            WorkflowEngine engine,
            Storage storage,
            CommitPath commits,
            IdGenerator ids,
            Consumer<OrderId> settleFirst,
            Consumer<OrderId> wakeCheckout) {
        return new Running(
                ship.with(engine, storage, ids),
                takeBack.with(engine, storage, ids),
                new Cancellations(storage, commits, ids, cancel.with(engine, storage, ids), settleFirst, wakeCheckout));
    }

    /** The commands, ready to be called. */
    public static final class Running {

        private final Operations<ShipResult> ship;
        private final Operations<ReturnResult> takeBack;
        private final Cancellations cancellations;

        private Running(Operations<ShipResult> ship, Operations<ReturnResult> takeBack, Cancellations cancellations) {
            this.ship = ship;
            this.takeBack = takeBack;
            this.cancellations = cancellations;
        }

        /** Sends goods. */
        public ShipResult ship(Request request) {
            return ship.run(request).orElseThrow();
        }

        /** Takes goods back. */
        public ReturnResult takeBack(Request request) {
            return takeBack.run(request).orElseThrow();
        }

        /** Cancels an order. */
        public CancelResult cancel(Request request) {
            return cancellations.cancel(request);
        }
    }

    private static final class Kind<R> {

        private final Operation<R> operation;
        private final OperationWorkflow<R> definition;
        private final Workflow<OperationState> workflow;

        Kind(Operation<R> operation, GatewayCalls gateway, Duration timeout, Duration window) {
            this.operation = operation;
            this.definition = new OperationWorkflow<>(operation, gateway);
            this.workflow = definition.create(timeout, window);
        }

        PayingWorkflow<OperationState> paying() {
            return definition.paying(workflow);
        }

        Operations<R> with(WorkflowEngine engine, Storage storage, IdGenerator ids) {
            return new Operations<>(operation, definition, workflow, engine, storage, ids);
        }
    }
}
