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

/** The contracts of the service ports on PostgreSQL. */
class PostgresShopTest {

    private final JdbcOptions options = PostgresServer.emptiedSchema("shop");
    private final SqlShop sqlShop = SqlShop.inManualTime(
            () -> JdbcStorage.on(PostgresServer.manualTime(), options), PostgresServer::setManualTime);

    @Nested
    class Checkouts extends CheckoutContract {

        @Override
        protected ShopUnderTest createShop() {
            return sqlShop;
        }
    }

    @Nested
    class OfOrders extends OrdersContract {

        @Override
        protected ShopUnderTest createShop() {
            return sqlShop;
        }
    }

    @Nested
    class Stock extends InventoryContract {

        @Override
        protected Inventory createInventory() {
            return sqlShop.commerce.inventory();
        }

        @Override
        protected Inventory createSecond(Inventory first) {
            return sqlShop.other.inventory();
        }

        @AfterEach
        void close() {
            sqlShop.close();
        }
    }

    @Nested
    class OfCatalog extends CatalogContract {

        @Override
        protected Catalog createCatalog() {
            return sqlShop.commerce.catalog();
        }

        @Override
        protected Catalog createSecond(Catalog first) {
            return sqlShop.other.catalog();
        }

        @AfterEach
        void close() {
            sqlShop.close();
        }
    }

    @Nested
    class OfCarts extends CartsContract {

        @Override
        protected Catalog createCatalog() {
            return sqlShop.commerce.catalog();
        }

        @Override
        protected Carts createCarts(Catalog catalog) {
            return sqlShop.commerce.carts();
        }

        @Override
        protected Carts createSecond(Carts first) {
            return sqlShop.other.carts();
        }

        @AfterEach
        void close() {
            sqlShop.close();
        }
    }
}
