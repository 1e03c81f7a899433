/** The builder, the services, the workflows and the in-memory adapters. */
module dev.commercekit.core {
    requires transitive dev.commercekit;
    requires dev.commercekit.json;
    requires com.google.common;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.commercekit.core;
}
