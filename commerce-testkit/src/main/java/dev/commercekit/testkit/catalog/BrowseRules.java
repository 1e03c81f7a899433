package dev.commercekit.testkit.catalog;

import static dev.commercekit.testkit.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.Cursor;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listing the catalog. */
abstract class BrowseRules extends ProductRules {

    private static final List<String> IN_ORDER = List.of("A", "B 1", "B-1", "a", "a a", "aa", "z", "~");

    private static List<String> ids(List<CatalogEntry> entries) {
        return entries.stream().map(entry -> entry.product().id().value()).toList();
    }

    private void filled() {
        List<String> ids = new ArrayList<>(IN_ORDER);
        java.util.Collections.reverse(ids);
        ids.forEach(id -> catalog.put(product(id, "sku of " + id)));
    }

    @Test
    void productsComeInTheOrderOfTheirIdsWhateverTheSizeOfThePages() {
        filled();
        for (int limit : new int[] {1, 2, 3, 4, 7, 8, 9, PageRequest.MAX_LIMIT}) {
            assertThat(ids(browsed(limit))).isEqualTo(IN_ORDER);
        }
    }

    @Test
    void theLastPageSaysSo() {
        filled();
        assertThat(catalog.browse(PageRequest.first(8)).next()).isEmpty();
        assertThat(catalog.browse(PageRequest.first(7)).next()).isPresent();
    }

    @Test
    void whatWasThereForTheWholePagingComesOnce() {
        filled();
        List<String> seen = new ArrayList<>();
        Page<CatalogEntry> page = catalog.browse(PageRequest.first(2));
        seen.addAll(ids(page.items()));
        second.remove(ProductId.of("B 1"));
        second.remove(ProductId.of("a a"));
        second.put(product("AA", "new before"));
        second.put(product("y", "new after"));
        second.put(named("changed", product("z", "sku of z")));
        while (page.next().isPresent()) {
            page = second.browse(PageRequest.first(2).after(page.next().get()));
            seen.addAll(ids(page.items()));
        }
        assertThat(seen).doesNotHaveDuplicates().isSorted().contains("A", "B-1", "a", "aa", "z", "~");
    }

    @Test
    void aCursorThatThisListingHasNotReturnedIsRefused() {
        filled();
        for (String forged : List.of("nonsense", "%%%", "A", "x".repeat(512))) {
            invalid("cursor", () -> catalog.browse(PageRequest.first(2).after(new Cursor(forged))));
        }
        invalid("cursor", () -> new Cursor("x".repeat(513)));
        invalid("limit", () -> PageRequest.first(0));
        invalid("limit", () -> PageRequest.first(1_001));
    }

    @Test
    void aCatalogOfManyPagesIsListedWhole() {
        IntStream.range(0, 1_005).forEach(i -> catalog.put(product("p" + i, "s" + i)));
        assertThat(ids(browsed(PageRequest.MAX_LIMIT)))
                .hasSize(1_005)
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
