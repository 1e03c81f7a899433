package dev.commercekit.core.operator;

import dev.commercekit.IdGenerator;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.core.workflow.Interventions;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.core.workflow.progress.Standing;
import dev.commercekit.operator.OutcomeRefusedException;
import dev.commercekit.operator.OutcomeRefusedException.Reason;
import dev.commercekit.operator.StuckWorkflow;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workflows that do not go on by themselves: lists them, and lets them go on as an operator decided. */
public final class StuckWorkflows {

    private static final Logger LOG = LoggerFactory.getLogger(StuckWorkflows.class);
    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final WorkflowEngine engine;
    private final Interventions interventions;
    private final Map<String, PayingWorkflow<?>> workflows;
    private final IdGenerator ids;

    /** Creates it over the given workflows, which are the engine's. */
    public StuckWorkflows(
            Storage storage,
            WorkflowEngine engine,
            Collection<? extends PayingWorkflow<?>> workflows,
            IdGenerator ids) {
        this.storage = storage;
        this.engine = engine;
        this.interventions = engine.interventions();
        this.workflows = workflows.stream()
                .collect(
                        Collectors.toUnmodifiableMap(paying -> paying.workflow().name(), paying -> paying));
        this.ids = ids;
    }

    /** Returns the id of the workflow that made a request. */
    static String of(IdempotencyKey request) {
        String key = request.value();
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    List<StuckWorkflow> parked(int limit) {
        return described(interventions.parked(limit));
    }

    List<StuckWorkflow> slow(Duration olderThan, int limit) {
        return described(interventions.begunBefore(storage.now().minus(olderThan), limit));
    }

    boolean retry(String workflow, List<Write> record) {
        return decided(
                workflow,
                new NotFoundException("workflow", workflow),
                Standing::parked,
                at -> interventions.resume(at, record));
    }

    boolean settle(IdempotencyKey request, PaymentOutcome outcome, List<Write> record) {
        PaymentNotification told = new PaymentNotification(request, outcome);
        return decided(
                of(request),
                new NotFoundException("payment request", request.value()),
                at -> at.open() && at.request().filter(request::equals).isPresent(),
                at -> {
                    verify(at, paying(at), request, outcome);
                    return interventions.tell(at, GatewayCalls.signal(ids.next(), told), record);
                });
    }

    private boolean decided(
            String id, NotFoundException absent, Predicate<Standing> stands, Predicate<Standing> committed) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Standing at = Optional.of(id)
                    .filter(given -> !given.isEmpty())
                    .flatMap(interventions::find)
                    .orElseThrow(() -> absent);
            if (!stands.test(at)) {
                return false;
            }
            if (committed.test(at)) {
                drive(at);
                return true;
            }
        }
        throw new StorageException("others were faster than the operator, " + MAX_ATTEMPTS + " times", true);
    }

    private static <S> void verify(
            Standing at, PayingWorkflow<S> paying, IdempotencyKey request, PaymentOutcome outcome) {
        S state = at.state(paying.workflow());
        if (outcome instanceof Approved approved
                && !approved.amount().equals(paying.amount().apply(state, at.step()))) {
            throw new OutcomeRefusedException(request, Reason.ANOTHER_AMOUNT);
        }
        if (outcome instanceof Declined && !paying.declinable().test(state, at.step())) {
            throw new OutcomeRefusedException(request, Reason.MONEY_MUST_MOVE);
        }
        if (outcome instanceof Declined && !at.parked()) {
            throw new OutcomeRefusedException(request, Reason.STILL_UNDER_WAY);
        }
    }

    /** The decision is made already; what fails from here on is tried again by the background work. */
    private void drive(Standing at) {
        try {
            engine.drive(paying(at).workflow(), at.id());
        } catch (RuntimeException later) {
            LOG.warn("workflow {} goes on later: {}", at.id(), later.getClass().getName());
        }
    }

    private PayingWorkflow<?> paying(Standing at) {
        return Optional.<PayingWorkflow<?>>ofNullable(workflows.get(at.workflow()))
                .orElseThrow(() -> new NotFoundException("workflow", at.workflow()));
    }

    private List<StuckWorkflow> described(List<Standing> standings) {
        Instant now = storage.now();
        return standings.stream().map(at -> described(at, now)).toList();
    }

    private StuckWorkflow described(Standing at, Instant now) {
        return new StuckWorkflow(
                at.id(),
                at.workflow(),
                Optional.<PayingWorkflow<?>>ofNullable(workflows.get(at.workflow()))
                        .flatMap(paying -> order(at, paying)),
                at.step(),
                at.request(),
                at.parked(),
                at.since(),
                Duration.between(at.since(), now),
                at.attempts(),
                at.error());
    }

    /** What cannot be read is listed all the same. */
    private static <S> Optional<OrderId> order(Standing at, PayingWorkflow<S> paying) {
        try {
            return Optional.of(paying.order().apply(at.state(paying.workflow())));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "workflow {} cannot be read: {}",
                    at.id(),
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }
}
