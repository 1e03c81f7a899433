package dev.commercekit.core.shop;

import dev.commercekit.testkit.order.OrdersContract;
import dev.commercekit.testkit.shop.ShopUnderTest;

class InMemoryOrdersTest extends OrdersContract {

    @Override
    protected ShopUnderTest createShop() {
        return new ContractShop(storage -> storage);
    }
}
