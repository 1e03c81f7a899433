package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentOutcome;
import java.util.List;
import java.util.Optional;

/**
 * The state of one operation.
 *
 * @param request what was asked for and never changes
 * @param work what is to be done, once that is decided
 * @param outcome the gateway's definite answer
 * @param requestKey the key of the request to the gateway
 * @param answered whether it ended with an answer in its first commit
 */
public record OperationState(
        Request request,
        Optional<Work> work,
        Optional<PaymentOutcome> outcome,
        Optional<IdempotencyKey> requestKey,
        boolean answered) {

    static OperationState begin(Request request) {
        return new OperationState(request, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    OperationState doing(Work decided) {
        return new OperationState(request, Optional.of(decided), outcome, requestKey, answered);
    }

    OperationState with(PaymentOutcome answer, IdempotencyKey key) {
        return new OperationState(request, work, Optional.of(answer), Optional.of(key), answered);
    }

    OperationState answer() {
        return new OperationState(request, work, outcome, requestKey, true);
    }

    Work decided() {
        return work.orElseThrow(() -> new IllegalStateException("nothing was decided yet"));
    }

    /**
     * What was asked for.
     *
     * @param order which order
     * @param lines which lines; empty for all
     * @param restock whether goods can be sold again
     * @param note the reason or the tracking number
     * @param actor on whose behalf
     * @param scope in which the key names one intention: the order's buyer
     * @param key the request's idempotency key
     * @param fingerprint the request's fingerprint
     */
    public record Request(
            OrderId order,
            List<LineQuantity> lines,
            boolean restock,
            Optional<String> note,
            String actor,
            String scope,
            IdempotencyKey key,
            String fingerprint) {

        /** Copies the list. */
        public Request {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What is to be done.
     *
     * @param lines the lines that are sent or come back
     * @param amount how much money moves; zero for none
     * @param reference the gateway's name of the authorization; empty where no money moves
     * @param refund whether money that was taken goes back; otherwise it is taken or released
     * @param stock what goes back into stock, summed for each SKU
     */
    public record Work(
            List<LineQuantity> lines,
            Money amount,
            Optional<GatewayReference> reference,
            boolean refund,
            List<StockLine> stock) {

        /** Copies the lists. */
        public Work {
            lines = List.copyOf(lines);
            stock = List.copyOf(stock);
        }
    }
}
