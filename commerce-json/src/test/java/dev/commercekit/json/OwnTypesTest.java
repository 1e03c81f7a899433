package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hosts and other modules make of the api's values: their own records, private ones too, without annotations. */
class OwnTypesTest {

    private record State(
            OrderId order,
            Map<Sku, Money> paid,
            Optional<List<Step>> steps,
            OptionalLong version,
            Duration patience,
            UUID trace,
            BigDecimal rate,
            LocalDate day,
            int tries,
            boolean isFinal)
            implements Talkative {}

    /** What looks like a property, but is no component. */
    interface Talkative {

        default boolean isDone() {
            return true;
        }

        default String getAnything() {
            return "nothing";
        }
    }

    private sealed interface Step {

        record PayNow(Money amount) implements Step {}

        sealed interface Later extends Step {}

        @JsonTypeName("ship")
        record Renamed(Set<Mode> modes) implements Later {}
    }

    private enum Mode {
        SLOW,
        FAST {
            @Override
            public String toString() {
                return "quick";
            }
        }
    }

    private record Tree(String name, List<Tree> children) {}

    private record Pair<A, B>(A left, B right) {}

    private sealed interface Answer<T> {

        record Found<T>(T value) implements Answer<T> {}

        record Nothing<T>() implements Answer<T> {}
    }

    private sealed interface Clash {

        record Typed(String type) implements Clash {}
    }

    @SuppressWarnings("UnusedMethod")
    private record Picky(String text) {

        Picky {
            if (text.startsWith("SeCrEt")) {
                throw new IllegalStateException(text);
            }
        }
    }

    @Test
    void privateRecordsNeedNothing() {
        State state = new State(
                OrderId.of("o-1"),
                Map.of(Sku.of("A b"), Money.of("2.55", "GBP")),
                Optional.of(List.of(
                        new Step.PayNow(Money.of("1.00", "GBP")), new Step.Renamed(Set.of(Mode.FAST, Mode.SLOW)))),
                OptionalLong.empty(),
                Duration.ofMillis(1_500),
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                new BigDecimal("0.1750"),
                LocalDate.of(2026, 1, 31),
                3,
                true);
        JsonCodec<State> codec = CommerceJson.codec(State.class);
        assertThat(codec.write(state))
                .isEqualTo("{\"order\":\"o-1\",\"paid\":{\"A b\":{\"amount\":\"2.55\","
                        + "\"currency\":\"GBP\"}},\"steps\":[{\"type\":\"pay-now\",\"amount\":{\"amount\":\"1.00\",\"currency\":"
                        + "\"GBP\"}},{\"type\":\"ship\",\"modes\":[\"SLOW\",\"FAST\"]}],\"version\":null,\"patience\":\"PT1.5S\","
                        + "\"trace\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"rate\":\"0.1750\",\"day\":\"2026-01-31\","
                        + "\"tries\":3,\"isFinal\":true}");
        assertThat(codec.read(codec.write(state))).isEqualTo(state);
    }

    @Test
    void recordsMayHoldThemselves() {
        JsonCodec<Tree> codec = CommerceJson.codec(Tree.class);
        Tree tree = new Tree("root", List.of(new Tree("leaf", List.of())));
        assertThat(codec.read(codec.write(tree))).isEqualTo(tree);
    }

    @Test
    void typeParametersAreKept() {
        var codec = CommerceJson.codec(new TypeReference<Pair<List<Money>, Answer<Pair<Sku, Long>>>>() {});
        var value = new Pair<List<Money>, Answer<Pair<Sku, Long>>>(
                List.of(Money.of("1", "JPY")), new Answer.Found<>(new Pair<>(Sku.of("A"), 1L)));
        assertThat(codec.read(codec.write(value))).isEqualTo(value);
        var nothing = new Pair<List<Money>, Answer<Pair<Sku, Long>>>(List.of(), new Answer.Nothing<>());
        assertThat(codec.read(codec.write(nothing))).isEqualTo(nothing);
    }

    @Test
    void setsThatHaveNoOrderKeepTheirs() {
        JsonCodec<Set<Tree>> codec = CommerceJson.codec(new TypeReference<Set<Tree>>() {});
        Set<Tree> trees = new LinkedHashSet<>(List.of(new Tree("b", List.of()), new Tree("a", List.of())));
        assertThat(codec.write(trees)).startsWith("[{\"name\":\"b\"");
        assertThat(codec.read(codec.write(trees))).isEqualTo(trees);
    }

    @Test
    void aComponentNamedTypeCannotStandBesideTheNameOfACase() {
        assertThatThrownBy(() -> CommerceJson.codec(Clash.class).write(new Clash.Typed("x")))
                .hasStackTraceContaining("stands in the way");
    }

    @Test
    void whatHasNoWireFormSaysSo() {
        assertThatThrownBy(() -> CommerceJson.codec(new TypeReference<Map<Tree, Long>>() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("only what is written as text can be a key");
        assertThatThrownBy(() -> CommerceJson.codec(Comparator.class).write(Comparator.naturalOrder()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAForeignCheckSaysIsNotRepeated() {
        var thrown = catchThrowableOfType(
                MalformedJsonException.class,
                () -> CommerceJson.codec(Picky.class).read("{\"text\":\"SeCrEt\"}"));
        assertThat(thrown).hasNoCause().hasMessage("the document: is no Picky (IllegalStateException)");
    }
}
