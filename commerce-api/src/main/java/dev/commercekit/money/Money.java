package dev.commercekit.money;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount in one currency, at the scale of the currency's minor unit: {@code 2.5 GBP} and {@code 2.50 GBP} are equal.
 * It may be negative. Immutable; no operation loses a fraction of a minor unit without naming its rounding.
 *
 * @param amount the amount; refused if it is finer than the currency's minor unit or has over 24 digits before the point
 * @param currency the currency, one with minor units
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Brings the amount to the currency's scale. */
    public Money {
        Decimals.currency(currency);
        Decimals.bounded(amount, "amount");
        int scale = currency.getDefaultFractionDigits();
        if (amount.scale() != scale) {
            if (amount.scale() > scale && amount.stripTrailingZeros().scale() > scale) {
                throw new InvalidInputException(
                        "amount",
                        "must not be finer than the minor unit of " + currency + ", which has " + scale + " decimals");
            }
            amount = amount.setScale(scale);
        }
    }

    /** Returns the amount written as a decimal number, such as {@code 2.55}, in the currency with the given ISO 4217 code. */
    public static Money of(String amount, String currency) {
        return new Money(Decimals.parse(amount, "amount"), Decimals.currency(currency));
    }

    /** Returns the amount written as a decimal number in the given currency. */
    public static Money of(String amount, Currency currency) {
        return new Money(Decimals.parse(amount, "amount"), currency);
    }

    /** Returns the exact amount; finer than the minor unit is refused. */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /** Returns the amount of so many minor units, such as pence. */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(
                BigDecimal.valueOf(minorUnits, Decimals.currency(currency).getDefaultFractionDigits()), currency);
    }

    /** Returns the amount, rounded to the currency's minor unit. */
    public static Money rounded(BigDecimal amount, Currency currency, Rounding rounding) {
        int scale = Decimals.currency(currency).getDefaultFractionDigits();
        return new Money(
                Decimals.bounded(amount, "amount")
                        .setScale(scale, Input.required(rounding, "rounding").mode()),
                currency);
    }

    /** Returns nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Returns the sum of the amounts, all of the given currency; of none it is zero. */
    public static Money sum(Currency currency, Iterable<Money> amounts) {
        Money sum = zero(currency);
        for (Money amount : Input.required(amounts, "amounts")) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /** Returns the sum; the other amount must be of the same currency. */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /** Returns the difference; the other amount must be of the same currency. */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** Returns the exact multiple. */
    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** Returns the amount with the opposite sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Returns {@code this × part ÷ whole}, rounded; the whole must be positive. */
    public Money share(long part, long whole, Rounding rounding) {
        Input.range(whole, "whole", 1, Long.MAX_VALUE);
        BigDecimal product = amount.multiply(BigDecimal.valueOf(part));
        return new Money(
                product.divide(
                        BigDecimal.valueOf(whole),
                        amount.scale(),
                        Input.required(rounding, "rounding").mode()),
                currency);
    }

    /**
     * Splits the amount in proportion to the weights, by largest remainder: the parts sum to the amount exactly, each is
     * within one minor unit of its exact share, and of equal remainders the earlier part gets the unit.
     *
     * @param weights at least one, none negative, not all zero
     */
    public List<Money> allocate(long... weights) {
        BigInteger whole = BigInteger.ZERO;
        for (long weight : Input.required(weights, "weights")) {
            whole = whole.add(BigInteger.valueOf(Input.range(weight, "weights", 0, Long.MAX_VALUE)));
        }
        Input.that(whole.signum() > 0, "weights", "must not be empty or all zero");
        BigInteger units = amount.unscaledValue().abs();
        BigInteger left = units;
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = units.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(whole);
            parts[i] = share[0];
            remainders[i] = share[1];
            left = left.subtract(share[0]);
        }
        Comparator<Integer> byRemainder = Comparator.comparing((Integer i) -> remainders[i]);
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(byRemainder.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[order[i]] = parts[order[i]].add(BigInteger.ONE);
        }
        List<Money> result = new ArrayList<>(parts.length);
        for (BigInteger part : parts) {
            BigInteger signed = amount.signum() < 0 ? part.negate() : part;
            result.add(new Money(new BigDecimal(signed, amount.scale()), currency));
        }
        return List.copyOf(result);
    }

    /** Returns the amount in minor units, such as pence; over 63 bits is an {@link ArithmeticException}. */
    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    /** Returns whether the amount is zero. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Returns whether the amount is above zero. */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** Returns whether the amount is below zero. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Returns whether this amount is larger than the other, which must be of the same currency. */
    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /** Compares by amount; the other amount must be of the same currency. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** Returns the amount and the currency, such as {@code 2.55 GBP}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!Input.required(other, "money").currency.equals(currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other;
    }
}
