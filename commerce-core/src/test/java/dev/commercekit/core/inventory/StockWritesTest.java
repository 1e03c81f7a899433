package dev.commercekit.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.key.Node;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldSettledException;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockWritesTest {

    private static final Sku A = Sku.of("a");
    private static final Sku B = Sku.of("b");
    private static final Sku FEE = Sku.of("fee");
    private static final HoldId ORDER = HoldId.of("order-1");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Node node = Node.over(InventoryService.TABLES);
    private final InventoryService inventory = new InventoryService(node.storage(), node.queue(), node.ids());
    private int keys;

    private IdempotencyKey key() {
        return IdempotencyKey.of("key" + keys++);
    }

    private static StockLine line(Sku sku, long quantity) {
        return new StockLine(sku, quantity);
    }

    private HoldPlan plan(StockLine... lines) {
        List<StockLine> summed = StockLine.summed(List.of(lines));
        return StockWrites.plan(ORDER, summed, node.storage().get(StockWrites.reads(summed)), HOUR, Holder.ORDER);
    }

    private CommitResult commit(Collection<Write> writes) {
        return node.queue().commit(WriteSet.of(WriteSetId.of(node.ids().next()), writes));
    }

    private void applied(Collection<Write> writes) {
        assertThat(commit(writes)).isInstanceOf(CommitResult.Committed.class);
    }

    private void isAt(Sku sku, long available, long held) {
        assertThat(inventory.level(sku)).isEqualTo(new StockLevel(sku, StockPolicy.TRACKED, available, held));
    }

    private void stockedAndHeld() {
        inventory.receive(A, 5, key());
        inventory.receive(B, 5, key());
        inventory.setPolicy(FEE, StockPolicy.UNTRACKED);
        HoldPlan plan = plan(line(B, 1), line(A, 2), line(FEE, 1), line(B, 2));
        assertThat(plan.shortages()).isEmpty();
        assertThat(plan.writes()).hasSize(5).endsWith(plan.adds().toArray(Write[]::new));
        applied(plan.writes());
        assertThat(inventory.find(ORDER)).contains(plan.hold());
        isAt(A, 3, 2);
        isAt(B, 2, 3);
    }

    @Test
    void anOrdersHoldIsConfirmedWithoutReadingIt() {
        stockedAndHeld();
        long before = node.faults().calls();
        applied(StockWrites.confirm(ORDER, List.of(A, B, FEE, A)));
        assertThat(node.faults().calls()).isEqualTo(before + 1);
        assertThat(inventory.find(ORDER).orElseThrow().state()).isEqualTo(HoldState.SOLD);
        isAt(A, 3, 0);
        isAt(B, 2, 0);
    }

    @Test
    void anOrdersHoldIsReleased() {
        stockedAndHeld();
        var rows = node.storage().scan(HoldTable.rows(ORDER)).rows();
        applied(StockWrites.release(rows));
        isAt(A, 5, 0);
        isAt(B, 5, 0);
        assertThat(commit(StockWrites.release(rows))).isInstanceOf(CommitResult.Refused.class);
        var settled = node.storage().scan(HoldTable.rows(ORDER)).rows();
        assertThat(commit(StockWrites.release(settled))).isInstanceOf(CommitResult.Refused.class);
        assertThat(commit(StockWrites.confirm(settled))).isInstanceOf(CommitResult.Refused.class);
        assertThat(commit(StockWrites.confirm(ORDER, List.of(A)))).isInstanceOf(CommitResult.Refused.class);
        isAt(A, 5, 0);
    }

    @Test
    void timeAloneDoesNotReleaseAnOrdersHold() {
        stockedAndHeld();
        inventory.hold(HoldId.of("basket"), List.of(line(A, 1), line(B, 1)), HOUR, key());
        node.clock().advance(Duration.ofMinutes(59));
        assertThat(inventory.expireDue(10)).isZero();
        node.clock().advance(Duration.ofDays(100));
        assertThat(inventory.expireDue(1)).isOne();
        assertThat(inventory.expireDue(10)).isZero();
        isAt(A, 3, 2);
        isAt(B, 2, 3);
    }

    @Test
    void onlyItsOrderSettlesAnOrdersHold() {
        stockedAndHeld();
        assertThatThrownBy(() -> inventory.confirm(ORDER, key())).isInstanceOf(HoldSettledException.class);
        assertThatThrownBy(() -> inventory.release(ORDER, key())).isInstanceOf(HoldSettledException.class);
        isAt(A, 3, 2);
    }

    @Test
    void whatIsShortIsKnownFromTheRowsOrFromTheRefusal() {
        inventory.receive(A, 5, key());
        assertThat(plan(line(A, 6), line(B, 1)).shortages())
                .containsExactly(new Shortage(A, 6, 5), new Shortage(B, 1, 0));
        HoldPlan early = plan(line(A, 5));
        inventory.adjust(A, -1, "broken", key());
        CommitResult result = commit(early.writes());
        assertThat(result).isInstanceOf(CommitResult.Refused.class);
        assertThat(((CommitResult.Refused) result).has(1, Refusal.Reason.BOUND)).isTrue();
        assertThat(early.shortages(early.adds(), Map.of(A, 4L))).containsExactly(new Shortage(A, 5, 4));
        isAt(A, 4, 0);
    }

    @Test
    void aRefusedSubtractionCanBeAnsweredByAnAlternative() {
        inventory.receive(A, 5, key());
        HoldPlan plan = plan(line(A, 6), line(B, 1));
        WriteSet set =
                WriteSet.of(WriteSetId.of(node.ids().next()), plan.writes()).orElse(plan.adds(), List.of());
        assertThat(node.queue().commit(set))
                .isInstanceOfSatisfying(
                        CommitResult.Committed.class,
                        committed -> assertThat(committed.branch()).isOne());
        isAt(A, 5, 0);
    }

    @Test
    void soldUnitsAreRestocked() {
        stockedAndHeld();
        applied(StockWrites.confirm(ORDER, List.of(A, B, FEE)));
        List<StockLine> back = List.of(line(A, 1), line(FEE, 1));
        applied(StockWrites.restock("return-1", back, node.storage().get(StockWrites.reads(back)), "order-1"));
        isAt(A, 4, 0);
        assertThat(inventory.movements(A, PageRequest.first(10)).items())
                .extracting(Movement::kind, Movement::quantity, Movement::reference)
                .contains(org.assertj.core.groups.Tuple.tuple(Movement.Kind.RESTOCKED, 1L, "order-1"));
        assertThat(inventory.movements(FEE, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void settledHoldsLeaveTheIndexesOfOpenOnes() {
        stockedAndHeld();
        inventory.hold(HoldId.of("basket"), List.of(line(A, 1)), HOUR, key());
        applied(StockWrites.confirm(ORDER, List.of(A, B, FEE)));
        inventory.release(HoldId.of("basket"), key());
        assertThat(node.storage().scan(Scan.of(HoldTable.TABLE, "open")).rows()).isEmpty();
        assertThat(node.storage().scan(Scan.of(HoldTable.TABLE, "due")).rows()).isEmpty();
        assertThat(node.storage().scan(Scan.of(HoldTable.TABLE, "ledger")).rows())
                .hasSize(3);
    }
}
