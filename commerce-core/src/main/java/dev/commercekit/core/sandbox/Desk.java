package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.BuyerAction;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes requests, decides by the script, and settles what was left open. Guarded by the gateway's lock. */
final class Desk {

    private final Attempts attempts;
    private final Book book;
    private final List<PaymentNotification> notices = new ArrayList<>();

    /** The card that was read last: most requests come with few tokens. */
    private SandboxCard lastCard = SandboxCard.PLAIN;

    private @Nullable PaymentToken lastToken;

    Desk(Attempts attempts, Book book) {
        this.attempts = attempts;
        this.book = book;
    }

    SandboxCard card(Object request) {
        if (request instanceof AuthorizeRequest authorize) {
            if (!authorize.token().equals(lastToken)) {
                lastToken = authorize.token();
                lastCard = CardText.read(lastToken);
            }
            return lastCard;
        }
        Book.Charge charge = book.charge(((FollowUpRequest) request).authorization());
        return charge == null ? SandboxCard.PLAIN : charge.card;
    }

    PaymentOutcome receive(Attempt attempt, SandboxOperation operation, Object request, Instant now) {
        boolean unseen = attempt.state == Attempt.State.UNSEEN;
        if (!unseen && !attempt.isFor(operation, request)) {
            throw new KeyReusedException(operation.name().toLowerCase(Locale.ROOT), attempt.key);
        }
        boolean down = attempt.script
                .time(ScriptWord.DOWN)
                .filter(time -> now.isBefore(attempt.firstSent.plus(time)))
                .isPresent();
        if (attempt.sent++ < attempt.script.count(ScriptWord.LOSE_REQUEST) || down) {
            return lost(attempt, "the request was lost");
        }
        if (unseen) {
            attempt.operation = operation;
            attempt.request = request;
            begin(attempt, now);
        }
        PaymentOutcome answer = attempt.answer();
        if (attempt.repliesLost < attempt.script.count(ScriptWord.LOSE_REPLY)) {
            attempt.repliesLost++;
            return lost(attempt, "the reply was lost");
        }
        return answer;
    }

    private static PaymentOutcome lost(Attempt attempt, String what) {
        if (attempt.script.has(ScriptWord.THROW)) {
            throw new UncheckedIOException(new SocketTimeoutException(what));
        }
        return new PaymentOutcome.Unknown(what);
    }

    private void begin(Attempt attempt, Instant now) {
        boolean action = attempt.script.has(ScriptWord.ACTION);
        boolean late = attempt.script.has(ScriptWord.LATE);
        if (attempt.request instanceof AuthorizeRequest request
                && (action || late || attempt.script.decline().isEmpty())) {
            attempt.charge = book.open(request, card(request));
        }
        if (attempt.charge != null && action) {
            attempt.state = Attempt.State.WAITING_FOR_BUYER;
            attempt.charge.open = attempt;
            wait(attempt, now, ScriptWord.ACTION);
            URI url = URI.create("https://sandbox.invalid/action/" + attempt.charge.reference);
            attempt.action = new PaymentOutcome.ActionRequired(
                    attempt.charge.reference,
                    new BuyerAction("redirect", Optional.of(url), Optional.ofNullable(attempt.due)));
        } else if (late) {
            attempt.state = Attempt.State.IN_FLIGHT;
            if (attempt.charge != null) {
                attempt.charge.open = attempt;
            }
            wait(attempt, now, ScriptWord.LATE);
        } else {
            settle(attempt, carryOut(attempt, now));
        }
    }

    private void wait(Attempt attempt, Instant now, ScriptWord word) {
        attempt.script.time(word).ifPresent(time -> attempts.schedule(attempt, now.plus(time)));
    }

    private PaymentOutcome carryOut(Attempt attempt, Instant at) {
        Optional<DeclineReason> decline = attempt.script.decline();
        if (decline.isPresent()) {
            return new PaymentOutcome.Declined(decline.get(), ScriptWord.write(decline.get()));
        }
        if (attempt.charge != null && attempt.request instanceof AuthorizeRequest request) {
            return book.authorize(attempt.charge, request, at);
        }
        FollowUpRequest request = (FollowUpRequest) attempt.request;
        PaymentOutcome outcome = book.followUp(attempt.operation, request, at);
        Book.Charge charge = book.charge(request.authorization());
        if (attempt.operation == SandboxOperation.CANCEL && charge != null && charge.cancelledWhileOpen) {
            endOpen(charge.open);
        }
        return outcome;
    }

    /** A cancel met an authorization that was not carried out yet. */
    private void endOpen(@Nullable Attempt authorization) {
        if (authorization == null) {
            return;
        }
        if (authorization.script.has(ScriptWord.IGNORE_CANCEL)) {
            authorization.state = Attempt.State.IN_FLIGHT;
        } else {
            boolean waiting = authorization.state == Attempt.State.WAITING_FOR_BUYER;
            DeclineReason reason = waiting ? DeclineReason.ACTION_NOT_COMPLETED : DeclineReason.NOT_ALLOWED;
            settleOpen(authorization, new PaymentOutcome.Declined(reason, "cancelled"));
        }
    }

    void settleDue(Instant now) {
        for (Optional<Attempt> due = attempts.nextDue(now); due.isPresent(); due = attempts.nextDue(now)) {
            Attempt attempt = due.get();
            if (attempt.state == Attempt.State.WAITING_FOR_BUYER) {
                giveUp(attempt, "action-expired");
            } else {
                // Lazily settled, yet nothing was entered since it fell due, so the ledger stays in the order of time.
                carryOutOpen(attempt, attempt.due == null ? now : attempt.due);
            }
        }
    }

    void carryOutOpen(Attempt attempt, Instant at) {
        settleOpen(attempt, carryOut(attempt, at));
    }

    void giveUp(Attempt attempt, String code) {
        settleOpen(attempt, new PaymentOutcome.Declined(DeclineReason.ACTION_NOT_COMPLETED, code));
    }

    private void settleOpen(Attempt attempt, PaymentOutcome outcome) {
        settle(attempt, outcome);
        notices.add(new PaymentNotification(attempt.key, outcome));
    }

    private void settle(Attempt attempt, PaymentOutcome outcome) {
        attempt.state = Attempt.State.SETTLED;
        attempt.outcome = outcome;
        if (attempt.charge != null) {
            attempt.charge.open = null;
        }
        if (attempt.outlived) {
            attempts.forget(attempt);
        }
    }

    void notice(IdempotencyKey key, PaymentOutcome outcome) {
        notices.add(new PaymentNotification(key, outcome));
    }

    List<PaymentNotification> drain() {
        if (notices.isEmpty()) {
            return List.of();
        }
        List<PaymentNotification> drained = List.copyOf(notices);
        notices.clear();
        return drained;
    }
}
