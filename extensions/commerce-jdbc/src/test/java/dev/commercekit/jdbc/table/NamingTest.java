package dev.commercekit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Column<String> ID = Column.text("id");
    private static final String LONG = "a_name_of_forty_characters_and_not_more1";

    private static Table table(String name) {
        return Table.named(name, ID)
                .index(LONG, ID)
                .index(LONG.replace('1', '2'), ID)
                .build();
    }

    @Test
    void namesAreQuotedOnlyIfNeeded() {
        Naming naming = new Naming("", Optional.of("user"));
        assertThat(naming.table(table("event"))).isEqualTo("\"user\".event");
        assertThat(naming.table(table("order"))).isEqualTo("\"user\".\"order\"");
        assertThat(new Naming("shop_", Optional.empty()).table(table("order"))).isEqualTo("shop_order");
    }

    @Test
    void longNamesOfIndexesAreCutAndStayDifferent() {
        Naming naming = new Naming("a_prefix_of_twenty__", Optional.empty());
        List<String> names = table(LONG).indexes().stream()
                .map((Index index) -> naming.index(table(LONG), index))
                .toList();
        assertThat(names).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.length() <= 63);
        assertThat(naming.table(table(LONG))).hasSize(60);
    }
}
