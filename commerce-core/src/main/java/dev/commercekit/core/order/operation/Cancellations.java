package dev.commercekit.core.order.operation;

import dev.commercekit.IdGenerator;
import dev.commercekit.NotFoundException;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.order.operation.OperationState.Request;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cancels orders wherever they stand. One whose payment is under way is marked, and its checkout settles the payment and cancels
 * it; a confirmed one is an {@link Operation}. The answer to a key that was claimed while nothing was definite is read off the
 * order, which stays cancelled for ever.
 */
final class Cancellations {

    static final String COMMAND = "cancel";

    private static final String BY_CHECKOUT = "checkout";
    private static final int MAX_ATTEMPTS = 100;
    private static final JsonCodec<CancelResult> ANSWERS = CommerceJson.codec(CancelResult.class);

    private final Storage storage;
    private final CommitPath commits;
    private final IdGenerator ids;
    private final Operations<CancelResult> confirmed;
    private final Consumer<OrderId> settleFirst;
    private final Consumer<OrderId> wakeCheckout;

    Cancellations(
            Storage storage,
            CommitPath commits,
            IdGenerator ids,
            Operations<CancelResult> confirmed,
            Consumer<OrderId> settleFirst,
            Consumer<OrderId> wakeCheckout) {
        this.storage = storage;
        this.commits = commits;
        this.ids = ids;
        this.confirmed = confirmed;
        this.settleFirst = settleFirst;
        this.wakeCheckout = wakeCheckout;
    }

    CancelResult cancel(Request request) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<CancelResult> answer = attempt(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StorageException("others were faster than this cancellation, " + MAX_ATTEMPTS + " times", true);
    }

    private Optional<CancelResult> attempt(Request request) {
        RowKey claimKey = KeyClaims.rowKey(KeyClaims.scope(COMMAND, request.scope()), request.key());
        List<RowKey> keys = new ArrayList<>(OrderRows.keys(request.order()));
        keys.add(claimKey);
        Reading reading = storage.get(keys);
        Row row = reading.find(OrderTable.key(request.order()))
                .orElseThrow(
                        () -> new NotFoundException("order", request.order().value()));
        Order order = OrderRows.read(row, reading.find(PaymentTable.key(request.order())));
        Optional<Row> claim = reading.find(claimKey);
        if (claim.isPresent() && !isByCheckout(claim.get())) {
            return confirmed.run(request);
        }
        if (claim.isPresent()) {
            KeyClaims.verify(claim.get(), COMMAND, request.key(), request.fingerprint());
            return Optional.of(
                    claim.get().find(KeyClaims.ANSWER).map(ANSWERS::read).orElseGet(() -> driven(order)));
        }
        return switch (order.status()) {
            case PLACED -> {
                // If that settles the order, what is written next is refused, and all is looked at again.
                settleFirst.accept(order.id());
                claimed(request, claimKey, requested(request, row, reading));
                yield Optional.empty();
            }
            case EXPIRING, CANCELLING -> {
                claimed(request, claimKey, List.of());
                yield Optional.empty();
            }
            case CANCELLED -> answered(request, claimKey, byOrder(order.id()));
            case CONFIRMED, PARTIALLY_SHIPPED, SHIPPED -> confirmed.run(request);
        };
    }

    private static boolean isByCheckout(Row claim) {
        return claim.find(KeyClaims.ANSWER).isPresent()
                || claim.find(KeyClaims.REFERENCE).filter(BY_CHECKOUT::equals).isPresent();
    }

    private static List<Write> requested(Request request, Row row, Reading reading) {
        String reason = request.note().orElseThrow();
        return new OrderDraft(row, reading.at(), request.actor())
                .because(reason)
                .become(OrderStatus.CANCELLING)
                .tell(header -> new OrderEvent.CancellationRequested(header, reason))
                .writes();
    }

    private void claimed(Request request, RowKey claimKey, List<Write> change) {
        List<Write> writes = new ArrayList<>(change);
        writes.add(claim(request, claimKey, Optional.empty()));
        commits.commit(WriteSet.of(WriteSetId.of(ids.next()), writes));
    }

    private Optional<CancelResult> answered(Request request, RowKey claimKey, CancelResult answer) {
        Write claim = claim(request, claimKey, Optional.of(ANSWERS.write(answer)));
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), claim));
        boolean done = result.applied();
        return done ? Optional.of(answer) : Optional.empty();
    }

    private static Write claim(Request request, RowKey claimKey, Optional<String> answer) {
        return KeyClaims.claim(
                claimKey, request.fingerprint(), answer, Optional.of(BY_CHECKOUT), Optional.of(request.order()));
    }

    private CancelResult driven(Order order) {
        if (order.status() != OrderStatus.CANCELLED) {
            wakeCheckout.accept(order.id());
        }
        return byOrder(order.id());
    }

    private CancelResult byOrder(OrderId id) {
        if (existing(id).status() != OrderStatus.CANCELLED) {
            return new CancelResult.Pending(id);
        }
        // The payment may have been read before the order was cancelled; from then on it does not change.
        return new CancelResult.Cancelled(id, existing(id).payment().refunded());
    }

    private Order existing(OrderId id) {
        return OrderRows.find(storage, id).orElseThrow();
    }
}
