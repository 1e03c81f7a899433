package dev.commercekit.storage.transaction;

/** How well a commit must be kept before its caller is told. Visible to others it is at once, either way. */
public enum Durability {
    /** It survives whatever the storage says that it survives. */
    STRICT,
    /**
     * A crash of the storage may take it back, but only together with everything that was committed after it. So the next strict
     * commit, whoever makes it, makes this one durable as well.
     */
    RELAXED
}
