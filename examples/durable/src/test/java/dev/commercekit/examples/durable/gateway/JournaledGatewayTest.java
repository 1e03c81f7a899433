package dev.commercekit.examples.durable.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.testkit.payment.PaymentGatewayContract;
import dev.commercekit.testkit.time.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledGatewayTest extends PaymentGatewayContract {

    private static final Money TEN = Money.of("10.00", "EUR");

    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");

    @Override
    protected PaymentGateway gateway() {
        return open();
    }

    @Override
    protected PaymentToken approvingToken() {
        return SandboxCards.approved();
    }

    @Override
    protected PaymentToken decliningToken() {
        return SandboxCards.declined(DeclineReason.DO_NOT_HONOR);
    }

    @Test
    void openedAgainItStandsWhereItStood() throws IOException {
        JournaledGateway first = open();
        Approved approved = (Approved) first.authorize(request("a"));
        clock.advance(Duration.ofMinutes(1));
        var captured = first.capture(new FollowUpRequest(IdempotencyKey.of("c"), approved.reference(), TEN));
        var entries = first.entries();
        first.close();
        clock.advance(Duration.ofHours(1));

        try (JournaledGateway second = open()) {
            assertThat(second.entries()).isEqualTo(entries).hasSize(2);
            assertThat(second.authorize(request("a"))).isEqualTo(approved);
            assertThat(second.find(IdempotencyKey.of("c"))).contains(captured);
            assertThat(second.authorize(request("b")))
                    .isInstanceOf(Approved.class)
                    .isNotEqualTo(approved);
        }
    }

    @Test
    void aLineThatWasLeftHalfWrittenWasNeverAnswered() throws IOException {
        JournaledGateway first = open();
        first.authorize(request("a"));
        var entries = first.entries();
        first.close();
        Files.writeString(journal(), "{\"at\":\"2026-01-05T09:0", StandardOpenOption.APPEND);

        try (JournaledGateway second = open()) {
            assertThat(second.entries()).isEqualTo(entries);
            second.authorize(request("b"));
        }
        try (JournaledGateway third = open()) {
            assertThat(third.entries()).hasSize(2);
        }
    }

    private AuthorizeRequest request(String key) {
        return new AuthorizeRequest(IdempotencyKey.of(key), "order-" + key, TEN, SandboxCards.approved(), false);
    }

    private JournaledGateway open() {
        try {
            return JournaledGateway.open(journal(), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path journal() {
        return folder.resolve("gateway.journal");
    }
}
