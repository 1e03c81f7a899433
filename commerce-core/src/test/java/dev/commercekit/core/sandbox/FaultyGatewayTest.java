package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.testkit.payment.FaultyGateway;
import dev.commercekit.testkit.payment.GatewayFault;
import dev.commercekit.testkit.payment.GatewayFaults;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyGatewayTest extends SandboxFixture {

    private final List<Integer> delays = new ArrayList<>();
    private final AuthorizeRequest request = request(SandboxCards.approved());

    private FaultyGateway.Queryable faulty(GatewayFault... faults) {
        return FaultyGateway.around(
                gateway,
                GatewayFaults.script(faults),
                () -> delays.add(gateway.entries().size()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_REQUEST", "LOSE_REPLY"})
    void aLostMessageIsUnknown(GatewayFault fault) {
        PaymentGateway faulty = faulty(fault);

        assertThat(faulty.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.entries()).hasSize(fault == GatewayFault.LOSE_REPLY ? 1 : 0);
        assertThat(faulty.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROW_BEFORE", "THROW_AFTER"})
    void aLostMessageMayThrow(GatewayFault fault) {
        PaymentGateway faulty = faulty(fault);

        assertThatThrownBy(() -> faulty.authorize(request)).isInstanceOf(UncheckedIOException.class);
        assertThat(gateway.entries()).hasSize(fault == GatewayFault.THROW_AFTER ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void aDelayRunsTheHookBeforeOrAfter(GatewayFault fault) {
        assertThat(faulty(fault).authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(delays).containsExactly(fault == GatewayFault.DELAY_REPLY ? 1 : 0);
    }

    @Test
    void aDuplicateReachesTheGatewayTwice() {
        FaultyGateway faulty = faulty(GatewayFault.DUPLICATE);

        assertThat(faulty.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.calls(SandboxOperation.AUTHORIZE)).isEqualTo(2);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
        assertThat(faulty.drawn(GatewayFault.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aQueryableGatewayStaysSo() {
        PaymentGateway plain = gateway;

        assertThat(FaultyGateway.around(plain, GatewayFaults.script(), () -> {}))
                .isInstanceOf(QueryableGateway.class);
        assertThat(faulty(GatewayFault.LOSE_REPLY).find(request.key()))
                .containsInstanceOf(PaymentOutcome.Unknown.class);
    }

    @Test
    void theSameSeedDrawsTheSameFaults() {
        Supplier<GatewayFault> first = GatewayFaults.seeded(7, 30);
        Supplier<GatewayFault> second = GatewayFaults.seeded(7, 30);
        List<GatewayFault> drawn = Stream.generate(first).limit(1000).toList();

        assertThat(Stream.generate(second).limit(1000).toList()).isEqualTo(drawn);
        assertThat(drawn).contains(GatewayFault.values());
        assertThat(drawn.stream().filter(fault -> fault != GatewayFault.NONE).count())
                .isBetween(200L, 400L);
    }
}
