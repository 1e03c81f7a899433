package dev.commercekit.core.sandbox;

/** What can be asked of the sandbox. */
public enum SandboxOperation {
    /** To set money aside, or to take it at once. */
    AUTHORIZE,
    /** To take what was authorized. */
    CAPTURE,
    /** To give back what was captured. */
    REFUND,
    /** To release what was authorized and not captured. */
    CANCEL,
    /** To tell what became of a request; it follows no script. */
    FIND
}
