package dev.commercekit.money;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The checks that {@link Money} and {@link Price} share. */
final class Decimals {

    /** More digits than any sum of money has; it bounds the cost of arithmetic on hostile input. */
    static final int MAX_DIGITS = 24;

    private static final int MAX_TEXT = 40;

    private Decimals() {}

    static BigDecimal parse(@Nullable String text, String field) {
        try {
            return bounded(new BigDecimal(Input.identifier(text, field, MAX_TEXT)), field);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInputException(field, "must be a decimal number");
        }
    }

    static BigDecimal bounded(@Nullable BigDecimal value, String field) {
        BigDecimal number = Input.required(value, field);
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MAX_DIGITS || number.scale() > MAX_DIGITS || number.precision() > 2 * MAX_DIGITS) {
            throw new InvalidInputException(
                    field, "must have at most " + MAX_DIGITS + " digits on each side of the point");
        }
        return number;
    }

    static Currency currency(@Nullable Currency currency) {
        Currency present = Input.required(currency, "currency");
        Input.that(
                present.getDefaultFractionDigits() >= 0,
                "currency",
                "must be one with minor units, not a pseudo-currency");
        return present;
    }

    static Currency currency(@Nullable String code) {
        try {
            return currency(Currency.getInstance(Input.identifier(code, "currency", 3)));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInputException("currency", "must be an ISO 4217 code");
        }
    }
}
