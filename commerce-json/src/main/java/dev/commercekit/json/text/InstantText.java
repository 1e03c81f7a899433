package dev.commercekit.json.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Moments as text, exactly as {@link Instant#toString} writes and {@link Instant#parse} reads them. Those go through general
 * formats; the moments of a shop all have one of four forms, with no digits behind the second or with 3, 6 or 9.
 */
public final class InstantText {

    private static final String FORM = "0000-00-00T00:00:00.000000000Z";
    private static final int WHOLE_SECONDS = 19;
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10_000 = Instant.parse("+10000-01-01T00:00:00Z");

    private InstantText() {}

    /** Returns a moment as text. */
    public static String write(Instant moment) {
        if (moment.isBefore(YEAR_0) || !moment.isBefore(YEAR_10_000)) {
            return moment.toString();
        }
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(FORM.length());
        digits(time.getYear(), 1_000, text);
        digits(time.getMonthValue(), 10, text.append('-'));
        digits(time.getDayOfMonth(), 10, text.append('-'));
        digits(time.getHour(), 10, text.append('T'));
        digits(time.getMinute(), 10, text.append(':'));
        digits(time.getSecond(), 10, text.append(':'));
        int nano = time.getNano();
        if (nano % 1_000_000 == 0) {
            return (nano == 0 ? text : digits(nano / 1_000_000, 100, text.append('.')))
                    .append('Z')
                    .toString();
        }
        return (nano % 1_000 == 0
                        ? digits(nano / 1_000, 100_000, text.append('.'))
                        : digits(nano, 100_000_000, text.append('.')))
                .append('Z')
                .toString();
    }

    /**
     * Returns the moment that a text stands for.
     *
     * @throws java.time.format.DateTimeParseException if it stands for none
     */
    public static Instant read(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int fraction = text.length() - WHOLE_SECONDS - 2;
        if (fraction != -1 && fraction != 3 && fraction != 6 && fraction != 9) {
            return false;
        }
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        // The last hour of a day may be 24, and the last second 60; both are rare.
        return text.charAt(text.length() - 1) == 'Z' && number(text, 11, 13) < 24 && number(text, 17, 19) < 60;
    }

    private static Instant usual(String text) {
        int nano = 0;
        if (text.length() > WHOLE_SECONDS + 1) {
            nano = number(text, WHOLE_SECONDS + 1, text.length() - 1);
            for (int missing = FORM.length() - text.length(); missing > 0; missing--) {
                nano *= 10;
            }
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nano)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static StringBuilder digits(int number, int highest, StringBuilder text) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }
}
