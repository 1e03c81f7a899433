package dev.commercekit.money;

import dev.commercekit.CommerceException;
import java.util.Currency;

/** Two amounts of different currencies were added, subtracted or compared. */
public final class CurrencyMismatchException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final Currency expected;
    private final Currency actual;

    /** Creates the error for the currency that was needed and the one that came. */
    public CurrencyMismatchException(Currency expected, Currency actual) {
        super("expected " + expected + " but got " + actual);
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns the currency that was needed. */
    public Currency expected() {
        return expected;
    }

    /** Returns the currency that came. */
    public Currency actual() {
        return actual;
    }

    @Override
    public String code() {
        return "currency-mismatch";
    }
}
