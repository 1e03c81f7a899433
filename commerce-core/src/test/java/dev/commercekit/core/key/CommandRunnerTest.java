package dev.commercekit.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.catalog.Sku;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.StorageFault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommandRunnerTest {

    private static final Column<String> ID = Column.text("id");
    private static final Column<Long> COUNT = Column.number("count");
    private static final Table TABLE = Table.named("counter", ID).columns(COUNT).build();
    private static final RowKey ROW = TABLE.key("one");
    private static final JsonCodec<Sku> CODEC = CommerceJson.codec(Sku.class);
    private static final IdempotencyKey KEY = IdempotencyKey.of("k");

    private final Node node = Node.over(List.of(KeyClaims.TABLE, TABLE));
    private final CommandRunner runner = node.runner();
    private final AtomicInteger decisions = new AtomicInteger();

    private static Command command(String request) {
        return Command.of("count", "ann", KEY, Fingerprint.v1().field("request", request));
    }

    private Sku count(CommandRunner by, Command command) {
        return by.once(command, CODEC, List.of(ROW), reading -> {
            decisions.incrementAndGet();
            Write write = reading.find(ROW)
                    .<Write>map(row -> Write.update(row, values -> values.set(COUNT, row.get(COUNT) + 1)))
                    .orElseGet(() -> Write.insert(ROW, values -> values.set(COUNT, 1L)));
            return Attempt.of(List.of(write), Sku.of("answer " + decisions));
        });
    }

    private long count() {
        return node.storage()
                .get(List.of(ROW))
                .find(ROW)
                .map(row -> row.get(COUNT))
                .orElse(0L);
    }

    private void bump() {
        Row row = node.storage().get(List.of(ROW)).find(ROW).orElseThrow();
        node.another()
                .runner()
                .run(
                        "bump",
                        List.of(),
                        reading -> Attempt.of(
                                List.of(Write.update(row, values -> values.set(COUNT, row.get(COUNT) + 10))), row));
    }

    @Test
    void aRepetitionIsAnsweredByTheStoredAnswer() {
        assertThat(count(runner, command("a"))).isEqualTo(Sku.of("answer 1"));
        assertThat(count(node.another().runner(), command("a"))).isEqualTo(Sku.of("answer 1"));
        assertThat(count()).isOne();
        assertThat(decisions).hasValue(1);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        count(runner, command("a"));
        assertThatThrownBy(() -> count(runner, command("b")))
                .isInstanceOfSatisfying(KeyReusedException.class, refused -> {
                    assertThat(refused.command()).isEqualTo("count");
                    assertThat(refused.key()).isEqualTo(KEY);
                });
        Command ofBob = Command.of("count", "bob", KEY, Fingerprint.v1().field("request", "b"));
        count(runner, ofBob);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aCommandThatWasOvertakenDecidesAgain() {
        count(runner, Command.of("count", "bob", KEY, Fingerprint.v1()));
        node.faults().next(StorageFault.before(this::bump), StorageFault.none());
        assertThat(count(runner, command("a"))).isEqualTo(Sku.of("answer 3"));
        assertThat(count()).isEqualTo(12);
    }

    @Test
    void aLostReplyIsNoSecondTime() {
        node.faults().next(StorageFault.lostReply(), StorageFault.lostReply(), StorageFault.none());
        assertThat(count(runner, command("a"))).isEqualTo(Sku.of("answer 1"));
        assertThat(count()).isOne();
    }

    @Test
    void aRefusalClaimsNothing() {
        assertThatThrownBy(() -> runner.once(command("a"), CODEC, List.of(), reading -> {
                    throw new NotFoundException("thing", "x");
                }))
                .isInstanceOf(NotFoundException.class);
        count(runner, command("b"));
        assertThat(count()).isOne();
    }

    @Test
    void aRefusalIsNotBelievedIfTheKeyWasClaimedMeanwhile() {
        Sku answer = runner.once(command("a"), CODEC, List.of(), reading -> {
            count(node.another().runner(), command("a"));
            throw new NotFoundException("thing", "gone by the first call");
        });
        assertThat(answer).isEqualTo(Sku.of("answer 1"));
        assertThat(count()).isOne();
    }

    @Test
    void aCommandThatIsAlwaysOvertakenGivesUpAndMayBeRepeated() {
        count(runner, Command.of("count", "bob", KEY, Fingerprint.v1()));
        decisions.set(0);
        assertThatThrownBy(() -> runner.run("hopeless", List.of(ROW), reading -> {
                    decisions.incrementAndGet();
                    return Attempt.of(List.of(Write.update(ROW, 99, values -> values.set(COUNT, 0L))), 0);
                }))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        gaveUp -> assertThat(gaveUp.retryable()).isTrue());
        assertThat(decisions).hasValue(CommandRunner.MAX_ATTEMPTS);
    }

    @Test
    void anAnswerWithoutWritesNeedsNoCommit() {
        long before = node.faults().calls();
        Integer rows = runner.run(
                "look", List.of(ROW), reading -> Attempt.answer(reading.rows().size()));
        assertThat(rows).isZero();
        assertThat(node.faults().calls()).isEqualTo(before);
    }
}
