package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartLine;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.history.StockHistory;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A crowd of threads and one product of which there are ten; each buyer wants one unit, and has a cart and a key. */
abstract class FlashSaleRules extends CheckoutContentionRules {

    private static final int EACH = 2;
    private static final long UNITS = 10;

    private final StockHistory history = new StockHistory(UNITS);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    private record Answer(CheckoutRequest request, CheckoutResult told, long from, long to) {}

    private void buy(int number, CheckoutRequest request) {
        long from = history.moment();
        CheckoutResult told = insist(() -> instance(number).checkout().complete(request));
        answers.add(new Answer(request, told, from, history.moment()));
    }

    private void rush(List<CheckoutRequest> requests) {
        int crowd = shop.crowd();
        Contention.run(crowd, number -> {
            for (int i = number; i < requests.size(); i += crowd) {
                buy(number, requests.get(i));
            }
        });
    }

    /** Tells the history what became of each call: a unit that did not stay with its buyer was free again by now. */
    private void tell() {
        for (Answer answer : answers) {
            if (answer.told instanceof OutOfStock) {
                history.refused(answer.from, answer.to, 1);
                continue;
            }
            history.took(answer.from, answer.to, 1);
            if (answer.told instanceof Declined) {
                history.gave(answer.from, answer.to, 1);
            } else if (!(ports.checkout().complete(answer.request) instanceof Confirmed)) {
                history.gave(answer.from, history.moment(), 1);
            }
        }
        assertThat(history.contradictions()).isEmpty();
        assertThat(history.isSomeOrderOfTheCalls()).isTrue();
    }

    private List<CheckoutResult> finalAnswers() {
        return answers.stream()
                .map(answer -> ports.checkout().complete(answer.request))
                .toList();
    }

    private static long count(List<CheckoutResult> results, Class<?> type) {
        return results.stream().filter(type::isInstance).count();
    }

    /** Every eighth card is declined, the reply to another eighth is lost. */
    private List<CheckoutRequest> requests() {
        List<CheckoutRequest> requests = new ArrayList<>();
        for (int i = 0; i < shop.crowd() * EACH; i++) {
            PaymentCase payment = switch (i % 8) {
                case 0 -> PaymentCase.DECLINED;
                case 1 -> PaymentCase.REPLY_LOST;
                default -> PaymentCase.APPROVED;
            };
            requests.add(request(key(), cart(CartLine.of(HOLDER, 1)), payment));
        }
        return requests;
    }

    @Test
    void aCrowdBuysWhatIsThereAndNobodyIsRefusedWhileAUnitIsFree() {
        rush(requests());
        settle();
        tell();
        List<CheckoutResult> results = finalAnswers();
        assertThat(results).hasOnlyElementsOfTypes(Confirmed.class, Declined.class, OutOfStock.class);
        long sold = count(results, Confirmed.class);
        assertThat(sold).isLessThanOrEqualTo(UNITS);
        isAt(HOLDER, UNITS - sold, 0);
        whatIsLeftFindsBuyers(UNITS - sold);
    }

    @Test
    void unitsOfPaymentsThatAreNotSettledAreHeldAndComeBack() {
        List<CheckoutRequest> stuck = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            stuck.add(request(key(), cart(CartLine.of(HOLDER, 1)), PaymentCase.UNREACHABLE));
        }
        stuck.forEach(request -> buy(0, request));
        assertThat(answers).extracting(Answer::told).hasOnlyElementsOfType(Pending.class);
        rush(requests());
        assertThat(answers.stream().skip(UNITS)).extracting(Answer::told).hasOnlyElementsOfType(OutOfStock.class);
        pass(Duration.ofHours(4));
        tell();
        assertThat(count(finalAnswers(), Cancelled.class)).isEqualTo(UNITS);
        isAt(HOLDER, UNITS, 0);
        whatIsLeftFindsBuyers(UNITS);
    }

    private void whatIsLeftFindsBuyers(long units) {
        for (int i = 0; i < units; i++) {
            assertThat(buy(cart(HOLDER, 1), PaymentCase.APPROVED)).isInstanceOf(Confirmed.class);
        }
        assertThat(buy(cart(HOLDER, 1), PaymentCase.APPROVED)).isInstanceOf(OutOfStock.class);
        isAt(HOLDER, 0, 0);
    }
}
