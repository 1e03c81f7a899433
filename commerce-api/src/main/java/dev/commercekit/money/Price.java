package dev.commercekit.money;

import dev.commercekit.Input;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What one unit costs, at any scale: a screw may cost 0.0125 EUR. It becomes {@link Money} only by {@link #times}, which names
 * its rounding. Equal prices of different scales are equal. Never negative.
 *
 * @param amount the amount, zero or more, with at most 24 digits on each side of the point
 * @param currency the currency, one with minor units
 */
public record Price(BigDecimal amount, Currency currency) implements Comparable<Price> {

    /** Checks the amount and brings it to its shortest form, but not below the currency's scale. */
    public Price {
        Decimals.currency(currency);
        Decimals.bounded(amount, "price");
        Input.that(amount.signum() >= 0, "price", "must not be negative");
        int scale = currency.getDefaultFractionDigits();
        if (amount.scale() < scale) {
            amount = amount.setScale(scale);
        } else if (amount.scale() > scale) {
            BigDecimal shortest = amount.stripTrailingZeros();
            amount = shortest.scale() < scale ? shortest.setScale(scale) : shortest;
        }
    }

    /** Returns the price written as a decimal number, in the currency with the given ISO 4217 code. */
    public static Price of(String amount, String currency) {
        return new Price(Decimals.parse(amount, "price"), Decimals.currency(currency));
    }

    /** Returns the price of the given amount. */
    public static Price of(BigDecimal amount, Currency currency) {
        return new Price(amount, currency);
    }

    /** Returns the price that equals the given money. */
    public static Price of(Money money) {
        return new Price(Input.required(money, "price").amount(), money.currency());
    }

    /** Returns what the given number of units costs, which must not be negative: multiplied exactly, then rounded once. */
    public Money times(long quantity, Rounding rounding) {
        Input.that(quantity >= 0, "quantity", "must not be negative");
        return Money.rounded(amount.multiply(BigDecimal.valueOf(quantity)), currency, rounding);
    }

    /** Compares by amount; the other price must be of the same currency. */
    @Override
    public int compareTo(Price other) {
        if (!Input.required(other, "price").currency.equals(currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return amount.compareTo(other.amount);
    }

    /** Returns the amount and the currency, such as {@code 0.0125 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
