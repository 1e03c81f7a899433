package dev.commercekit.core.operator;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.NotFoundException;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.core.event.ParkedEvents;
import dev.commercekit.core.key.Caller;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.AuditEntry.Action;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.ParkedEvent;
import dev.commercekit.operator.StuckWorkflow;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The operator's port over a storage: checks who asks and what is asked, and writes each action together with its record. */
public final class OperatorService implements Operator {

    private static final String WORKFLOW = "workflow";
    private static final int MOST = 1_000;
    private static final Duration OLDEST = Duration.ofDays(36_500);
    private static final PaymentOutcome ABANDONED =
            new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "abandoned-by-operator");

    private final StuckWorkflows workflows;
    private final ParkedEvents events;
    private final Audit audit;
    private final Runnable committed;

    /** Creates the service; {@code committed} runs whenever there may be events to hand over. */
    public OperatorService(StuckWorkflows workflows, ParkedEvents events, Audit audit, Runnable committed) {
        this.workflows = workflows;
        this.events = events;
        this.audit = audit;
        this.committed = committed;
    }

    @Override
    public List<StuckWorkflow> parkedWorkflows(int limit) {
        Caller.require(Permission.OPERATE);
        return workflows.parked(limit(limit));
    }

    @Override
    public List<StuckWorkflow> slowWorkflows(Duration olderThan, int limit) {
        Caller.require(Permission.OPERATE);
        Input.that(
                !Input.required(olderThan, "olderThan").isNegative() && olderThan.compareTo(OLDEST) <= 0,
                "olderThan",
                "must be between nothing and 36,500 days");
        return workflows.slow(olderThan, limit(limit));
    }

    @Override
    public List<ParkedEvent> parkedEvents(int limit) {
        Caller.require(Permission.OPERATE);
        return events.list(limit(limit));
    }

    @Override
    public boolean retry(String workflow, String note) {
        Principal actor = Caller.require(Permission.OPERATE);
        Input.identifier(workflow, WORKFLOW, 128);
        return told(workflows.retry(workflow, audit.record(actor, Action.RETRY, workflow, note, Optional.empty())));
    }

    @Override
    public boolean settle(IdempotencyKey request, PaymentOutcome outcome, String note) {
        Principal actor = Caller.require(Permission.OPERATE);
        Input.that(Input.required(outcome, "outcome").definite(), "outcome", "must be approved or declined");
        return stated(actor, Action.SETTLE, request, outcome, note);
    }

    @Override
    public boolean abandon(IdempotencyKey request, String note) {
        return stated(Caller.require(Permission.OPERATE), Action.ABANDON, request, ABANDONED, note);
    }

    private boolean stated(
            Principal actor, Action action, IdempotencyKey request, PaymentOutcome outcome, String note) {
        String workflow = StuckWorkflows.of(Input.required(request, "request"));
        String detail = request + ": " + outcome;
        List<Write> record = audit.record(actor, action, workflow, note, Optional.of(detail));
        return told(workflows.settle(request, outcome, record));
    }

    @Override
    public boolean retryEvent(String event, String note) {
        return decided(Action.RETRY_EVENT, event, note, events::retry);
    }

    @Override
    public boolean abandonEvent(String event, String note) {
        return decided(Action.ABANDON_EVENT, event, note, events::abandon);
    }

    private boolean decided(
            Action action, String event, String note, BiFunction<String, List<Write>, Boolean> decision) {
        Principal actor = Caller.require(Permission.OPERATE);
        List<Write> record = audit.record(actor, action, Input.identifier(event, "event", 128), note, Optional.empty());
        if (events.find(event).isEmpty()) {
            throw new NotFoundException("event", event);
        }
        return told(decision.apply(event, record));
    }

    @Override
    public Page<AuditEntry> audit(PageRequest page) {
        Caller.require(Permission.OPERATE);
        return audit.page(Input.required(page, "page"));
    }

    private boolean told(boolean done) {
        if (done) {
            committed.run();
        }
        return done;
    }

    private static int limit(int limit) {
        return (int) Input.range(limit, "limit", 1, MOST);
    }
}
