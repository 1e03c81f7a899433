package dev.commercekit.jdbc.dialect.sqlite;

import java.math.BigDecimal;

/** Text that sorts as decimal numbers do: the sign, the size, then the digits; all turned around below zero. */
final class DecimalOrder {

    /** Makes every possible exponent a number of ten digits. */
    private static final long BIAS = 5_000_000_000L;

    private DecimalOrder() {}

    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "1";
        }
        BigDecimal plain = number.stripTrailingZeros();
        String digits = plain.unscaledValue().abs().toString();
        String size = Long.toString(BIAS + plain.precision() - plain.scale());
        return number.signum() > 0 ? "2" + size + digits : "0" + turned(size + digits) + "~";
    }

    private static String turned(String digits) {
        StringBuilder turned = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            turned.append((char) ('0' + '9' - digits.charAt(i)));
        }
        return turned.toString();
    }
}
