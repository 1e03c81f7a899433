/** The wire form of the values of the API. */
module dev.commercekit.json {
    requires transitive dev.commercekit;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static org.jspecify;

    exports dev.commercekit.json;
}
