/** Contract tests and fault injection for authors of adapters. */
module dev.commercekit.testkit {
    requires transitive dev.commercekit;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires static org.jspecify;

    exports dev.commercekit.testkit;
    exports dev.commercekit.testkit.cart;
    exports dev.commercekit.testkit.catalog;
    exports dev.commercekit.testkit.checkout;
    exports dev.commercekit.testkit.fault;
    exports dev.commercekit.testkit.history;
    exports dev.commercekit.testkit.inventory;
    exports dev.commercekit.testkit.oracle;
    exports dev.commercekit.testkit.order;
    exports dev.commercekit.testkit.payment;
    exports dev.commercekit.testkit.shop;
    exports dev.commercekit.testkit.storage;
    exports dev.commercekit.testkit.time;
}
