package dev.commercekit.core.checkout;

import dev.commercekit.NotFoundException;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.Workflow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes notifications of the gateway in. The key of a request names the workflow that made it: if that is open, it is told and
 * driven; if it has ended, a notification repeats what is known, unless the gateway carried out what was believed to be refused.
 */
public final class PaymentNotices {

    private final WorkflowEngine engine;
    private final Map<String, Workflow<?>> workflows;
    private final Workflow<CheckoutState> checkout;
    private final Workflow<StrayMoney.Stray> stray;

    /** Creates it for the given workflows that call the gateway, among them the checkout. */
    public PaymentNotices(
            WorkflowEngine engine,
            Collection<? extends Workflow<?>> workflows,
            Workflow<CheckoutState> checkout,
            Workflow<StrayMoney.Stray> stray) {
        this.engine = engine;
        this.workflows = workflows.stream().collect(Collectors.toUnmodifiableMap(Workflow::name, each -> each));
        this.checkout = checkout;
        this.stray = stray;
    }

    void accept(PaymentNotification notification) {
        List<String> parts = List.of(notification.key().value().split("/", -1));
        String id = parts.get(0);
        Workflow<?> workflow = workflows.get(id.substring(0, Math.max(0, id.indexOf('-'))));
        if (parts.size() < 3 || workflow == null || !isCall(workflow, parts.get(1))) {
            throw unknown(notification);
        }
        if (engine.signal(id, GatewayCalls.signal(notification))) {
            if (notification.outcome().definite()) {
                engine.resume(id);
            }
            engine.drive(workflow, id);
        } else if (engine.interventions().find(id).isEmpty()) {
            throw unknown(notification);
        } else if (notification.outcome() instanceof Approved approved
                && workflow.equals(checkout)
                && parts.size() == 3
                && parts.get(1).equals(CheckoutWorkflow.PAY)) {
            engine.find(checkout, id).ifPresent(run -> giveBack(run.state(), approved, notification));
        }
    }

    private static boolean isCall(Workflow<?> workflow, String step) {
        return workflow.step(step).filter(CallStep.class::isInstance).isPresent();
    }

    private void giveBack(CheckoutState ended, Approved approved, PaymentNotification notification) {
        boolean known = ended.outcome().filter(Approved.class::isInstance).isPresent();
        if (!known && !ended.request().total().isZero()) {
            StrayMoney.giveBack(engine, stray, ended.request(), approved, notification.key());
        }
    }

    private static NotFoundException unknown(PaymentNotification notification) {
        return new NotFoundException("payment request", notification.key().value());
    }
}
