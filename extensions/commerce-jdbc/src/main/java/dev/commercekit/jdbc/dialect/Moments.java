package dev.commercekit.jdbc.dialect;

import dev.commercekit.storage.StorageException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as text of one length, {@code 2026-01-31T12:00:00.123456Z}, which sorts as the moments do. */
public final class Moments {

    private static final int LENGTH = 27;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Moments() {}

    /** Returns the text of a moment of the years 1 to 9999. */
    public static String text(Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(BEHIND_LAST)) {
            throw new StorageException("a moment must be of the years 1 to 9999", false);
        }
        LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(LENGTH);
        digits(text, time.getYear(), 1_000).append('-');
        digits(text, time.getMonthValue(), 10).append('-');
        digits(text, time.getDayOfMonth(), 10).append('T');
        digits(text, time.getHour(), 10).append(':');
        digits(text, time.getMinute(), 10).append(':');
        digits(text, time.getSecond(), 10).append('.');
        return digits(text, time.getNano() / 1_000, 100_000).append('Z').toString();
    }

    /** Returns the moment of a text that {@link #text} made. */
    public static Instant parse(String text) {
        if (text.length() != LENGTH) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 26) * 1_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static StringBuilder digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
