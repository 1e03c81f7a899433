package dev.commercekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.inventory.HoldState;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.workflow.WorkflowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTableTest {

    /** Each row says, for the states in their order, which may follow the one that it begins with. */
    private static final List<String> ORDERS = List.of(
            //                 PLACED EXPIRING CANCELLING CONFIRMED PARTIALLY SHIPPED CANCELLED
            "PLACED            -      x        x          x         -         -       x",
            "EXPIRING          -      -        -          -         -         -       x",
            "CANCELLING        -      -        -          -         -         -       x",
            "CONFIRMED         -      -        x          -         x         x       -",
            "PARTIALLY_SHIPPED -      -        -          -         -         x       -",
            "SHIPPED           -      -        -          -         -         -       -",
            "CANCELLED         -      -        -          -         -         -       -");

    private static final List<String> HOLDS = List.of(
            //        HELD SOLD RELEASED
            "HELD     -    x    x", "SOLD     -    -    -", "RELEASED -    -    -");

    private static final List<String> WORKFLOWS = List.of(
            //        RUNNING UNDOING PARKED FINISHED UNDONE
            "RUNNING  -       x       x      x        x",
            "UNDOING  -       -       x      -        x",
            "PARKED   x       x       -      x        x",
            "FINISHED -       -       -      -        -",
            "UNDONE   -       -       -      -        -");

    @ParameterizedTest
    @MethodSource("tables")
    <S extends Enum<S>> void everyPairIsAsWritten(TransitionTable<S> table, Class<S> type, List<String> expected) {
        List<String> actual = new ArrayList<>();
        for (S from : type.getEnumConstants()) {
            List<String> row = new ArrayList<>(List.of(from.name()));
            for (S to : type.getEnumConstants()) {
                row.add(table.allows(from, to) ? "x" : "-");
            }
            actual.add(String.join(" ", row));
            assertThat(table.isFinal(from)).isEqualTo(!row.contains("x"));
            assertThat(table.next(from)).allMatch(to -> table.allows(from, to)).isUnmodifiable();
        }
        assertThat(actual)
                .isEqualTo(
                        expected.stream().map(row -> row.replaceAll(" +", " ")).toList());
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(OrderStatus.TRANSITIONS, OrderStatus.class, ORDERS),
                Arguments.of(HoldState.TRANSITIONS, HoldState.class, HOLDS),
                Arguments.of(WorkflowStatus.TRANSITIONS, WorkflowStatus.class, WORKFLOWS));
    }

    @Test
    void aStateFollowsItselfOnlyIfTheTableSaysSo() {
        var table = TransitionTable.over(HoldState.class)
                .from(HoldState.HELD, HoldState.HELD)
                .build();
        assertThat(table.allows(HoldState.HELD, HoldState.HELD)).isTrue();
        assertThat(table.allows(HoldState.SOLD, HoldState.SOLD)).isFalse();
    }

    @Test
    void aTableDoesNotChangeWithItsBuilder() {
        var builder = TransitionTable.over(HoldState.class);
        var table = builder.build();
        builder.from(HoldState.HELD, HoldState.SOLD);
        assertThat(table.isFinal(HoldState.HELD)).isTrue();
    }

    @Test
    void statusesAnswerByTheirTables() {
        assertThat(Stream.of(WorkflowStatus.values()).filter(WorkflowStatus::open))
                .containsExactly(WorkflowStatus.RUNNING, WorkflowStatus.UNDOING, WorkflowStatus.PARKED);
        assertThat(Stream.of(OrderStatus.values()).filter(OrderStatus::shippable))
                .containsExactly(OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED);
        assertThat(Stream.of(OrderStatus.values()).filter(OrderStatus::returnable))
                .containsExactly(OrderStatus.PARTIALLY_SHIPPED, OrderStatus.SHIPPED);
    }
}
