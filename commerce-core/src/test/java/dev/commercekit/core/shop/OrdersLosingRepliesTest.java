package dev.commercekit.core.shop;

import dev.commercekit.testkit.order.OrdersContract;
import dev.commercekit.testkit.shop.ShopUnderTest;
import org.junit.jupiter.api.BeforeAll;

class OrdersLosingRepliesTest extends OrdersContract {

    @BeforeAll
    static void tell() {
        LostReplies.tell();
    }

    @Override
    protected ShopUnderTest createShop() {
        return new ContractShop(LostReplies::over);
    }
}
