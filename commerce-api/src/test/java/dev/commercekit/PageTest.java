package dev.commercekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aPageIsACopy() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, Optional.empty());
        items.clear();
        assertThat(page.items()).containsExactly("a").isUnmodifiable();
    }

    @Test
    void mappingKeepsThePlace() {
        Page<Integer> page = new Page<>(List.of("a", "bb"), Optional.of(new Cursor("c"))).map(String::length);
        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), Optional.of(new Cursor("c"))));
    }

    @Test
    void aRequestHasALimit() {
        assertThat(PageRequest.first(PageRequest.MAX_LIMIT).after(new Cursor("c")))
                .isEqualTo(new PageRequest(1_000, Optional.of(new Cursor("c"))));
        assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PageRequest.first(1_001)).isInstanceOf(InvalidInputException.class);
    }
}
