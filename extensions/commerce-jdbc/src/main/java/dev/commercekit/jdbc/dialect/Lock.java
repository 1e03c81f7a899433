package dev.commercekit.jdbc.dialect;

/** How a row that is read is kept from others until the transaction ends. */
public enum Lock {
    /** Not at all. */
    NONE,
    /** Others may read it under this lock too, but not change it. */
    SHARED,
    /** Others neither change it nor read it under a lock. */
    EXCLUSIVE;

    /** Returns the stronger of both. */
    public Lock and(Lock other) {
        return compareTo(other) < 0 ? other : this;
    }
}
