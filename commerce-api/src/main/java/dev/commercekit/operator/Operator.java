package dev.commercekit.operator;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Lets people see and decide what cannot go on by itself: workflows that wait for an operator or are under way for too long, and
 * events that could not be handed over.
 *
 * <p>Every method needs the permission {@code OPERATE}; otherwise a {@link PermissionDeniedException} is thrown. Each action takes
 * a note, 1 to 500 characters that say why, and writes one {@link AuditEntry} with the principal of the call in the same commit
 * as its effect: there is no action without its record, and no record without its action.
 *
 * <p>Actions may be repeated: each applies only while its subject is as the operator saw it, and otherwise returns false, changes
 * nothing and records nothing. Of two operators at once one wins. What names nothing that is there is a {@link
 * NotFoundException}. Thread-safe.
 */
public interface Operator {

    /** Returns the workflows that wait for an operator, those first that wait longest; at most {@code limit}, 1 to 1,000. */
    List<StuckWorkflow> parkedWorkflows(int limit);

    /**
     * Returns the workflows that began longer ago than the given time and have neither ended nor are parked, the oldest first.
     * They are tried again by themselves; this shows where that does not help.
     *
     * @param olderThan a time by the storage's clock, at most 36,500 days, not negative
     * @param limit the most to return, 1 to 1,000
     */
    List<StuckWorkflow> slowWorkflows(Duration olderThan, int limit);

    /** Returns the events that no attempt could hand over, the oldest first; at most {@code limit}, 1 to 1,000. */
    List<ParkedEvent> parkedEvents(int limit);

    /**
     * Lets a parked workflow go on from where it stands, at once. A request that the gateway refused is sent again under a new
     * key; one whose key may not be sent any more is looked up again.
     *
     * @param workflow its {@link StuckWorkflow#id()}
     * @return whether it was parked
     */
    boolean retry(String workflow, String note);

    /**
     * States what became of a payment request, as the gateway's own records show it, and lets the workflow go on with that. The
     * shop believes it: an approval that is stated wrongly is money that is not there. Should the gateway's own answer arrive
     * first, or an approval together with a stated decline, that counts.
     *
     * @param request the {@link StuckWorkflow#request()} at which the workflow stands
     * @param outcome approved or declined; for a request that moves money of an order, the whole amount that was asked for
     * @return whether the workflow stood at that request
     * @throws OutcomeRefusedException if the workflow cannot go on from that outcome; nothing was changed
     */
    boolean settle(IdempotencyKey request, PaymentOutcome outcome, String note);

    /**
     * States that a payment request was not carried out and will not be: a decline by hand. Should the gateway tell later that
     * it approved a checkout's request after all, that money is given back.
     *
     * @param request the {@link StuckWorkflow#request()} at which the workflow stands
     * @return whether the workflow stood at that request
     * @throws OutcomeRefusedException if the workflow is not parked, for its request may be on its way, or if it cannot go on
     *     without that money having moved; nothing was changed
     */
    boolean abandon(IdempotencyKey request, String note);

    /**
     * Hands a parked event over again, with all attempts; those of its order that wait behind it follow. Consumers that had it do
     * not get it again.
     *
     * @param event its {@link ParkedEvent#id()}
     * @return whether it was parked
     */
    boolean retryEvent(String event, String note);

    /**
     * Puts a parked event out of the way: consumers that did not have it never get it, those of its order that wait behind it go
     * on. It stays in the order's timeline.
     *
     * @param event its {@link ParkedEvent#id()}
     * @return whether it was parked
     */
    boolean abandonEvent(String event, String note);

    /** Returns what operators did, the newest first. It is never pruned. */
    Page<AuditEntry> audit(PageRequest page);
}
