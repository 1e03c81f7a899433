package dev.commercekit.core.checkout;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.core.payment.PaymentEntryTable;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.payment.PaymentOutcome.Unknown;
import dev.commercekit.storage.Write;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.StepContext;
import dev.commercekit.workflow.Transition;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives money back that a gateway approved for an order that had ended without it, for example because it carried a request out
 * after it had said that it was cancelled. A workflow of its own, for each order at most once.
 */
public final class StrayMoney {

    private static final String NAME = "stray";
    private static final JsonCodec<Stray> STATES = CommerceJson.codec(Stray.class);

    private StrayMoney() {}

    /** Returns the workflow; its calls take at most the timeout, and their keys are sent within the window. */
    public static Workflow<Stray> workflow(GatewayCalls gateway, Duration timeout, Duration window) {
        return Workflow.named(NAME, 1, STATES)
                .step(CallStep.<Stray>of("give-back", timeout, (stray, call) -> giveBack(gateway, stray, call))
                        .sentWithin(window))
                .step(LocalStep.of("record", StrayMoney::record))
                .build();
    }

    /** Returns what operators must know of the workflow: all of the money goes back, there is no other way. */
    public static PayingWorkflow<Stray> paying(Workflow<Stray> workflow) {
        return new PayingWorkflow<>(
                workflow, Stray::order, (stray, step) -> stray.approved().amount(), (stray, step) -> false);
    }

    /** Gives back what was approved under the given key for a checkout that had ended. */
    static void giveBack(
            WorkflowEngine engine,
            Workflow<Stray> workflow,
            CheckoutState.Request request,
            Approved approved,
            IdempotencyKey key) {
        Stray stray = new Stray(request.order(), key, approved, request.takenAtOnce(), Optional.empty());
        engine.run(workflow, NAME + "-" + request.order().value(), stray);
    }

    private static CallResult<Stray> giveBack(GatewayCalls gateway, Stray stray, Call call) {
        Approved approved = stray.approved();
        FollowUpRequest request = new FollowUpRequest(call.key(), approved.reference(), approved.amount());
        PaymentOutcome outcome =
                gateway.outcome(call, asked -> stray.taken() ? asked.refund(request) : asked.cancel(request));
        if (outcome instanceof Approved) {
            return new CallResult.Done<>(stray.givenBackBy(call.key()));
        }
        if (outcome instanceof Declined declined) {
            return new CallResult.Refused<>(stray, "the gateway refused to give money back: " + declined.gatewayCode());
        }
        String reason = outcome instanceof Unknown unknown ? unknown.reason() : "the gateway waits for the buyer";
        return call.mayBeSent() ? new CallResult.Unknown<>(reason) : new CallResult.Stuck<>(reason);
    }

    private static Transition<Stray> record(Stray stray, StepContext context) {
        List<Write> writes = new ArrayList<>();
        writes.add(PaymentEntryTable.insert(
                stray.order(), stray.key(), Kind.AUTHORIZED, stray.approved().amount()));
        if (stray.taken()) {
            writes.add(PaymentEntryTable.insert(
                    stray.order(), stray.key(), Kind.CAPTURED, stray.approved().amount()));
        }
        writes.add(PaymentEntryTable.insert(
                stray.order(),
                stray.givenBack().orElseThrow(),
                stray.taken() ? Kind.REFUNDED : Kind.RELEASED,
                stray.approved().amount()));
        return Transition.end(stray).write(writes);
    }

    /**
     * The state.
     *
     * @param order the order that had ended
     * @param key the key under which the money was approved
     * @param approved what was approved
     * @param taken whether the money was taken at once
     * @param givenBack the key under which it was given back
     */
    public record Stray(
            OrderId order, IdempotencyKey key, Approved approved, boolean taken, Optional<IdempotencyKey> givenBack) {

        Stray givenBackBy(IdempotencyKey by) {
            return new Stray(order, key, approved, taken, Optional.of(by));
        }
    }
}
