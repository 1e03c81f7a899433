/** The builder, the services, the workflows and the in-memory adapters. */
module dev.commercekit.core {
    requires transitive dev.commercekit;
    requires dev.commercekit.json;
    requires com.google.common;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.commercekit.core;
    exports dev.commercekit.core.memory;
    exports dev.commercekit.core.sandbox;
    exports dev.commercekit.core.subscription;

    opens dev.commercekit.core.cart to
            dev.commercekit.json;
    opens dev.commercekit.core.checkout to
            dev.commercekit.json;
    opens dev.commercekit.core.checkout.flow to
            dev.commercekit.json;
    opens dev.commercekit.core.order to
            dev.commercekit.json;
    opens dev.commercekit.core.order.operation to
            dev.commercekit.json;
}
