package dev.commercekit.testkit.oracle;

/**
 * Something that does not hold and should.
 *
 * @param invariant the invariant's name
 * @param what which row or payment breaks it, and how
 */
public record Violation(String invariant, String what) {}
