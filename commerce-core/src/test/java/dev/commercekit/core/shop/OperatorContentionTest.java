package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.SilentShop.pay;
import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.OutcomeRefusedException;
import dev.commercekit.operator.OutcomeRefusedException.Reason;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.testkit.Contention;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;

/** Two operators at two instances, background work and a late word of the gateway, all at once. */
class OperatorContentionTest {

    private static final int ROUNDS = 20;

    @RepeatedTest(ROUNDS)
    void oneDecisionWinsAndEachThatDidHasItsRecord() {
        try (SilentShop town = new SilentShop();
                Commerce other = town.instance()) {
            SilentShop.Parked parked = town.parked(SandboxCards.approved());
            PaymentOutcome truth = town.truth(parked.order());
            List<Operator> operators = List.of(town.operator, SilentShop.operator(other, "otto"));
            AtomicInteger done = new AtomicInteger();

            Contention.run(6, number -> {
                Operator operator = operators.get(number % 2);
                boolean did = switch (number / 2) {
                    case 0 -> operator.settle(pay(parked.order()), truth, "settle " + number);
                    case 1 -> operator.retry("checkout-" + parked.order(), "retry " + number);
                    default -> {
                        other.housekeep();
                        yield false;
                    }
                };
                done.addAndGet(did ? 1 : 0);
            });

            assertThat(town.audit()).hasSize(done.get());
            assertThat(town.audit())
                    .filteredOn(entry -> entry.note().startsWith("settle"))
                    .isNotEmpty();
            assertThat(other.checkout().complete(parked.request())).isInstanceOf(CheckoutResult.Confirmed.class);
            assertThat(town.ledger()).containsExactly(Kind.AUTHORIZED);
            town.demandThatAllIsSettled();
        }
    }

    @RepeatedTest(ROUNDS)
    void ofTwoWhoStateTheSameOneIsRecorded() {
        try (SilentShop town = new SilentShop();
                Commerce other = town.instance()) {
            SilentShop.Parked parked = town.parked(SandboxCards.declined(DeclineReason.DO_NOT_HONOR));
            List<Operator> operators = List.of(town.operator, SilentShop.operator(other, "otto"));
            AtomicInteger done = new AtomicInteger();

            Contention.run(4, number -> {
                boolean did = abandons(operators.get(number % 2), parked, "give up " + number);
                done.addAndGet(did ? 1 : 0);
            });

            assertThat(done).hasValue(1);
            assertThat(town.audit()).hasSize(1);
            assertThat(town.shop.available(HOLDER)).isEqualTo(10);
            town.demandThatAllIsSettled();
        }
    }

    @RepeatedTest(ROUNDS)
    void anApprovalThatComesWhileTheOperatorGivesUpMovesTheMoneyOnceOrBack() {
        try (SilentShop town = new SilentShop();
                Commerce other = town.instance()) {
            SilentShop.Parked parked = town.parked(SandboxCards.approved());
            PaymentNotification late = new PaymentNotification(pay(parked.order()), town.truth(parked.order()));
            town.gateway.speak();

            Contention.run(2, number -> {
                if (number == 0) {
                    abandons(town.operator, parked, "never arrived");
                } else {
                    other.checkout().settle(late);
                }
            });
            other.checkout().settle(late);

            town.demandThatAllIsSettled();
            if (town.status(parked.order()) == OrderStatus.CONFIRMED) {
                assertThat(town.ledger()).containsExactly(Kind.AUTHORIZED);
            } else {
                assertThat(town.ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
            }
        }
    }

    /** Whoever comes between another's word and its effect is told that the workflow is under way. */
    private static boolean abandons(Operator operator, SilentShop.Parked parked, String note) {
        try {
            return operator.abandon(pay(parked.order()), note);
        } catch (OutcomeRefusedException refused) {
            assertThat(refused.reason()).isEqualTo(Reason.STILL_UNDER_WAY);
            return false;
        }
    }
}
