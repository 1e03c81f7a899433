package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.core.inventory.StockWrites;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.order.operation.Operation.Decision;
import dev.commercekit.core.order.operation.OperationState.Request;
import dev.commercekit.core.order.operation.OperationState.Work;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.payment.PaymentOutcome.Unknown;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
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
 * The workflow of an operation.
 *
 * @param <R> the type of the answers
 */
final class OperationWorkflow<R> {

    private static final long UNANSWERED = 1;
    private static final JsonCodec<OperationState> STATES = CommerceJson.codec(OperationState.class);

    private final Operation<R> operation;
    private final GatewayCalls gateway;

    OperationWorkflow(Operation<R> operation, GatewayCalls gateway) {
        this.operation = operation;
        this.gateway = gateway;
    }

    Workflow<OperationState> create(Duration timeout, Duration window) {
        return Workflow.named(operation.name(), 1, STATES)
                .step(LocalStep.of("begin", this::beginReads, this::begin))
                .step(CallStep.of("move", timeout, this::move).sentWithin(window))
                .step(LocalStep.of("finish", OperationWorkflow::finishReads, this::finish))
                .build();
    }

    PayingWorkflow<OperationState> paying(Workflow<OperationState> workflow) {
        return new PayingWorkflow<>(
                workflow,
                state -> state.request().order(),
                (state, step) -> state.decided().amount(),
                (state, step) ->
                        operation.declined(state, DeclineReason.NOT_ALLOWED).isPresent());
    }

    RowKey claim(Request request) {
        return KeyClaims.rowKey(KeyClaims.scope(operation.name(), request.scope()), request.key());
    }

    private List<RowKey> beginReads(OperationState state) {
        List<RowKey> keys = new ArrayList<>(OrderRows.keys(state.request().order()));
        keys.add(claim(state.request()));
        return keys;
    }

    private Transition<OperationState> begin(OperationState state, StepContext context) {
        Request request = state.request();
        Row row = context.row(OrderTable.key(request.order()))
                .orElseThrow(
                        () -> new NotFoundException("order", request.order().value()));
        Optional<Row> payment = context.row(PaymentTable.key(request.order()));
        if (context.row(claim(request)).isPresent()) {
            return Transition.end(state);
        }
        if (row.find(OrderTable.OPERATION).isPresent()) {
            throw new OrderBusyException(request.order());
        }
        Order order = OrderRows.read(row, payment);
        PaymentAccount account = payment.map(PaymentAccount::of)
                .orElseGet(() -> new PaymentAccount(order.id(), order.payment(), Optional.empty(), 0));
        Decision<R> decision = operation.decide(order, account, request);
        if (decision instanceof Decision.Refuse<R> refuse) {
            String answer = operation.answers().write(refuse.answer());
            return Transition.end(state.answer()).write(claimed(request, Optional.of(answer), Optional.empty()));
        }
        if (decision instanceof Decision.Go<R> go) {
            // Rows of one reading may be of different moments; the amount is decided by this one.
            Row guarded = payment.orElseThrow(() -> new OrderBusyException(request.order()));
            OrderDraft draft = new OrderDraft(row, context.now(), request.actor()).begin(context.workflowId());
            operation.begin(draft, request);
            return Transition.next(state.doing(go.work()))
                    .write(claimed(request, Optional.empty(), Optional.of(context.workflowId())))
                    .write(draft.writes())
                    .write(new Write.Require(guarded.key(), guarded.version()));
        }
        return Transition.end(state);
    }

    private CallResult<OperationState> move(OperationState state, Call call) {
        Work work = state.decided();
        if (work.amount().isZero()) {
            return new CallResult.Done<>(state);
        }
        FollowUpRequest request =
                new FollowUpRequest(call.key(), work.reference().orElseThrow(), work.amount());
        PaymentOutcome outcome = gateway.outcome(call, asked -> operation.move(asked, request, work));
        if (outcome instanceof Declined declined
                && operation.declined(state, declined.reason()).isEmpty()) {
            return new CallResult.Refused<>(state, "the gateway refused: " + declined.gatewayCode());
        }
        if (outcome.definite()) {
            return new CallResult.Done<>(state.with(outcome, call.key()));
        }
        String reason = outcome instanceof Unknown unknown ? unknown.reason() : "the gateway waits for the buyer";
        return call.mayBeSent() ? new CallResult.Unknown<>(reason) : new CallResult.Stuck<>(reason);
    }

    private static List<RowKey> finishReads(OperationState state) {
        List<RowKey> keys = new ArrayList<>(OrderRows.keys(state.request().order()));
        keys.addAll(StockWrites.reads(state.decided().stock()));
        return keys;
    }

    private Transition<OperationState> finish(OperationState state, StepContext context) {
        Request request = state.request();
        Work work = state.decided();
        Row row = context.row(OrderTable.key(request.order())).orElseThrow();
        OrderDraft draft = new OrderDraft(row, context.now(), request.actor());
        List<Write> writes = new ArrayList<>();
        if (state.outcome().orElse(null) instanceof Declined declined) {
            R answer = operation.declined(state, declined.reason()).orElseThrow();
            writes.addAll(draft.finish().writes());
            writes.add(answered(request, answer));
            return Transition.end(state).write(writes);
        }
        R answer = operation.finish(draft, state);
        writes.addAll(draft.finish().writes());
        writes.add(answered(request, answer));
        if (state.outcome().orElse(null) instanceof Approved) {
            PaymentAccount account = PaymentAccount.of(
                    context.row(PaymentTable.key(request.order())).orElseThrow());
            IdempotencyKey key = state.requestKey().orElseThrow();
            writes.addAll(operation.record(account, key, work));
        }
        writes.addAll(restock(work, context));
        return Transition.end(state).write(writes);
    }

    private static List<Write> restock(Work work, StepContext context) {
        List<Row> stock = StockWrites.reads(work.stock()).stream()
                .flatMap(key -> context.row(key).stream())
                .toList();
        return StockWrites.restock(
                context.workflowId(), work.stock(), new Reading(stock, context.now()), context.workflowId());
    }

    private Write claimed(Request request, Optional<String> answer, Optional<String> reference) {
        return KeyClaims.claim(claim(request), request.fingerprint(), answer, reference, Optional.of(request.order()));
    }

    private Write answered(Request request, R answer) {
        return Write.update(
                claim(request),
                UNANSWERED,
                values -> values.set(KeyClaims.ANSWER, operation.answers().write(answer)));
    }
}
