/** The wire form of the values of the API, for storages, messages and remote calls. */
module dev.commercekit.json {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive dev.commercekit;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static org.jspecify;

    exports dev.commercekit.json;
}
