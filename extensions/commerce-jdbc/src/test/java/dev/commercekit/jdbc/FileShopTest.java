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
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of the service ports on a file. */
class FileShopTest {

    @TempDir
    private Path folder;

    private SqlShop sqlShop;

    @BeforeEach
    void open() {
        sqlShop = SqlShop.inRealTime(() -> JdbcStorage.file(folder.resolve("shop.db")));
    }

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
