/** The ports of CommerceKit and the values that they exchange; pure, without I/O and threads. */
module dev.commercekit {
    requires static org.jspecify;

    exports dev.commercekit;
    exports dev.commercekit.account;
    exports dev.commercekit.call;
    exports dev.commercekit.cart;
    exports dev.commercekit.catalog;
    exports dev.commercekit.checkout;
    exports dev.commercekit.inventory;
    exports dev.commercekit.money;
    exports dev.commercekit.operator;
    exports dev.commercekit.order;
    exports dev.commercekit.payment;
    exports dev.commercekit.pricing;
    exports dev.commercekit.storage;
    exports dev.commercekit.storage.table;
    exports dev.commercekit.storage.transaction;
    exports dev.commercekit.workflow;
}
