package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop that has ten of one thing, and at the end of which every invariant must hold. */
abstract class StockedShop {

    final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 10);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().check()).isEmpty();
        shop.close();
    }
}
