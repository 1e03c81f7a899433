package dev.commercekit.core.shop;

import dev.commercekit.testkit.checkout.CheckoutContract;
import dev.commercekit.testkit.shop.ShopUnderTest;

class InMemoryCheckoutTest extends CheckoutContract {

    @Override
    protected ShopUnderTest createShop() {
        return new ContractShop(storage -> storage);
    }
}
