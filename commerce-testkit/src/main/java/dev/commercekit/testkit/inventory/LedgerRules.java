package dev.commercekit.testkit.inventory;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.Cursor;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.Movement.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The ledger that explains a level. */
abstract class LedgerRules extends SettlementRules {

    private void busy() {
        stocked(A, 10);
        held("open", line(A, 1));
        inventory.adjust(A, -2, "broken", key());
        held("sold", line(A, 3));
        held("back", line(A, 1));
        inventory.adjust(A, 1, "found", key());
        inventory.confirm(HoldId.of("sold"), key());
        inventory.release(HoldId.of("back"), key());
    }

    @Test
    void theLedgerTellsWhatHappened() {
        IdempotencyKey delivery = key();
        inventory.receive(A, 10, delivery);
        held("open", line(A, 1));
        inventory.adjust(A, -2, "broken", key());
        held("sold", line(A, 3));
        held("back", line(A, 1));
        inventory.confirm(HoldId.of("sold"), key());
        inventory.release(HoldId.of("back"), key());
        List<Movement> ledger = ledger(A, 10);
        assertThat(ledger).allSatisfy(entry -> assertThat(entry.sku()).isEqualTo(A));
        assertThat(ledger.stream().map(entry -> entry.kind() + " " + entry.quantity() + " " + entry.reference()))
                .containsExactlyInAnyOrder(
                        "RECEIVED 10 " + delivery,
                        "HELD 1 open",
                        "ADJUSTED -2 broken",
                        "SOLD 3 sold",
                        "RELEASED 1 back");
        isAt(A, 4, 1);
    }

    @Test
    void entriesHaveIdsOfTheirOwnAndAreInOrderOfTime() {
        busy();
        List<Movement> ledger = ledger(A, 100);
        assertThat(ledger.stream().map(Movement::id)).doesNotHaveDuplicates().hasSize(6);
        assertThat(ledger).isSortedAccordingTo(Comparator.comparing(Movement::at));
    }

    @Test
    void pagesOfAnySizeGiveTheSameLedger() {
        busy();
        List<Movement> whole = ledger(A, PageRequest.MAX_LIMIT);
        for (int limit = 1; limit <= 7; limit++) {
            assertThat(ledger(A, limit)).isEqualTo(whole);
        }
    }

    @Test
    void whatWasThereForTheWholePagingComesOnce() {
        busy();
        List<Movement> before = ledger(A, 100);
        Page<Movement> page = inventory.movements(A, PageRequest.first(2));
        List<Movement> seen = new java.util.ArrayList<>(page.items());
        while (page.next().isPresent()) {
            stocked(A, 1);
            page = second.movements(A, PageRequest.first(1).after(page.next().get()));
            seen.addAll(page.items());
            if (seen.size() > 100) {
                break;
            }
        }
        Set<String> ids = before.stream().map(Movement::id).collect(Collectors.toSet());
        assertThat(seen.stream().map(Movement::id).filter(ids::contains))
                .containsExactlyElementsOf(before.stream().map(Movement::id).toList());
    }

    @Test
    void aCursorThatThisListingHasNotReturnedIsRefused() {
        busy();
        invalid("cursor", () -> inventory.movements(A, PageRequest.first(5).after(new Cursor("nonsense"))));
        invalid("cursor", () -> inventory.movements(A, PageRequest.first(5).after(new Cursor("%%%"))));
        Cursor other = inventory.movements(A, PageRequest.first(1)).next().orElseThrow();
        invalid("cursor", () -> inventory.movements(B, PageRequest.first(5).after(other)));
        invalid("sku", () -> inventory.movements(missing(), PageRequest.first(1)));
        invalid("page", () -> inventory.movements(A, missing()));
    }

    @Test
    void onlyCountedUnitsHaveAnEffect() {
        busy();
        assertThat(ledger(A, 10)).allSatisfy(entry -> {
            long expected = entry.kind() == Kind.RELEASED
                    ? 0
                    : Set.of(Kind.HELD, Kind.SOLD).contains(entry.kind()) ? -entry.quantity() : entry.quantity();
            assertThat(entry.effect()).isEqualTo(expected);
        });
        isAt(A, 5, 1);
    }
}
