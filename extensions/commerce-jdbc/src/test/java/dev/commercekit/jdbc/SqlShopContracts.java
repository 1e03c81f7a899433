package dev.commercekit.jdbc;

import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.testkit.cart.CartsContract;
import dev.commercekit.testkit.catalog.CatalogContract;
import dev.commercekit.testkit.checkout.CheckoutContract;
import dev.commercekit.testkit.inventory.InventoryContract;
import dev.commercekit.testkit.order.OrdersContract;
import dev.commercekit.testkit.shop.ShopUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contracts of the service ports on whatever database a subclass names. */
abstract class SqlShopContracts {

    /** Returns the shop under test, the same one throughout a test. */
    abstract SqlShop shop();

    @Nested
    class Checkouts extends CheckoutContract {

        @Override
        protected ShopUnderTest createShop() {
            return shop();
        }
    }

    @Nested
    class OfOrders extends OrdersContract {

        @Override
        protected ShopUnderTest createShop() {
            return shop();
        }
    }

    @Nested
    class Stock extends InventoryContract {

        @Override
        protected Inventory createInventory() {
            return shop().commerce.inventory();
        }

        @Override
        protected Inventory createSecond(Inventory first) {
            return shop().other.inventory();
        }

        @AfterEach
        void close() {
            shop().close();
        }
    }

    @Nested
    class OfCatalog extends CatalogContract {

        @Override
        protected Catalog createCatalog() {
            return shop().commerce.catalog();
        }

        @Override
        protected Catalog createSecond(Catalog first) {
            return shop().other.catalog();
        }

        @AfterEach
        void close() {
            shop().close();
        }
    }

    @Nested
    class OfCarts extends CartsContract {

        @Override
        protected Catalog createCatalog() {
            return shop().commerce.catalog();
        }

        @Override
        protected Carts createCarts(Catalog catalog) {
            return shop().commerce.carts();
        }

        @Override
        protected Carts createSecond(Carts first) {
            return shop().other.carts();
        }

        @AfterEach
        void close() {
            shop().close();
        }
    }
}
