package dev.commercekit.core.checkout;

import dev.commercekit.IdGenerator;
import dev.commercekit.account.Buyer;
import dev.commercekit.call.CallContext;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.order.OrderBody;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.core.workflow.Run;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.pricing.QuoteLine;
import dev.commercekit.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the workflow of a checkout that is new. */
public final class CheckoutStart {

    private final WorkflowEngine engine;
    private final Workflow<CheckoutState> workflow;
    private final IdGenerator ids;

    /** Creates it. */
    public CheckoutStart(WorkflowEngine engine, Workflow<CheckoutState> workflow, IdGenerator ids) {
        this.engine = engine;
        this.workflow = workflow;
        this.ids = ids;
    }

    /** Returns the answer as far as it is known, or nothing if the key, the cart or the order's number was taken meanwhile. */
    Optional<CheckoutResult> run(CheckoutRequest request, Buyer buyer, String print, SeenRows seen) {
        OrderId order = OrderId.of(ids.next().toString());
        CheckoutState begin = begin(request, buyer, order, print);
        seen.assumeAbsent(OrderTable.Numbers.key(begin.request().number()));
        Run<CheckoutState> run = engine.run(workflow, CheckoutWorkflow.id(order), begin, seen);
        boolean begun = run.stored() || run.state().result().isPresent();
        return begun ? Optional.of(run.state().answer()) : Optional.empty();
    }

    private CheckoutState begin(CheckoutRequest request, Buyer buyer, OrderId order, String print) {
        List<QuoteLine> quoted = request.quote().lines();
        List<StockLine> wanted = new ArrayList<>(quoted.size());
        List<OrderLine> lines = new ArrayList<>(quoted.size());
        for (QuoteLine line : quoted) {
            wanted.add(new StockLine(line.sku(), line.quantity()));
            lines.add(line(line));
        }
        List<StockLine> stock = StockLine.summed(wanted);
        OrderBody body =
                new OrderBody(buyer, lines, request.quote().adjustments(), request.shipTo(), request.contact());
        CheckoutState.Request asked = new CheckoutState.Request(
                request.key(),
                buyer,
                request.cart(),
                request.quote().generation(),
                order,
                OrderNumber.ofRandom(ids.randomBits()),
                request.quote().total(),
                request.token(),
                request.capture(),
                stock.stream().map(StockLine::sku).toList(),
                CallContext.current().principal().name());
        return CheckoutState.begin(asked, new CheckoutState.Placement(print, body, stock));
    }

    private static OrderLine line(QuoteLine line) {
        return new OrderLine(
                line.id(),
                line.sku(),
                line.name(),
                line.quantity(),
                line.attributes(),
                line.unitPrice(),
                line.total(),
                0,
                0);
    }
}
