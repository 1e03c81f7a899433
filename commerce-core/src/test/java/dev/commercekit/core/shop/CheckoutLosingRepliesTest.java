package dev.commercekit.core.shop;

import dev.commercekit.testkit.checkout.CheckoutContract;
import dev.commercekit.testkit.shop.ShopUnderTest;
import org.junit.jupiter.api.BeforeAll;

class CheckoutLosingRepliesTest extends CheckoutContract {

    @BeforeAll
    static void tell() {
        LostReplies.tell();
    }

    @Override
    protected ShopUnderTest createShop() {
        return new ContractShop(LostReplies::over);
    }
}
