package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A place in an order: the values of all its columns, or of the first ones only, and then all rows that have these stand at it.
 * The first value is boiled down to a number, by which most comparisons are decided without a look at the row.
 */
final class Place {

    private static final long LAST_OF_BYTE = 0xFF;
    private static final long MICROS = 1_000_000;

    private final int[] positions;
    private final Object[] values;
    private final long sort;

    /**
     * Names a place.
     *
     * @param positions where the columns of the order stand in a row
     * @param values the values of the first of these columns, or of all
     */
    Place(int[] positions, Object[] values) {
        this.positions = positions;
        this.values = values;
        this.sort = values.length == 0 ? 0 : sort(values[0]);
    }

    /** Returns the place of a row that the order holds. */
    static Place of(int[] positions, Row row) {
        Object[] values = new Object[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(row.value(positions[i]));
        }
        return new Place(positions, values);
    }

    /** Returns a number that is never less than that of a place before this one. */
    long sort() {
        return sort;
    }

    /** Returns whether a row, whose place has the given number, stands before this place (-), at it (0) or behind it (+). */
    int compare(long other, Slot slot) {
        return other == sort || values.length == 0 ? compare(slot.row()) : other < sort ? -1 : 1;
    }

    /** Returns whether a row stands before this place (-), at it (0) or behind it (+). */
    int compare(Row row) {
        int order = 0;
        for (int i = 0; order == 0 && i < values.length; i++) {
            order = compare(Objects.requireNonNull(row.value(positions[i])), values[i]);
        }
        return order;
    }

    /** Compares two values of one column. The types are told apart here, because a call that may go anywhere costs more. */
    @SuppressWarnings("ReferenceEquality")
    static int compare(Object one, Object other) {
        if (one == other) {
            return 0;
        }
        if (one instanceof Instant moment) {
            return moment.compareTo((Instant) other);
        }
        if (one instanceof String text) {
            return text.compareTo((String) other);
        }
        return one instanceof Long number
                ? number.compareTo((Long) other)
                : ((BigDecimal) one).compareTo((BigDecimal) other);
    }

    private static long sort(Object value) {
        if (value instanceof Instant moment) {
            long seconds = moment.getEpochSecond();
            return Math.abs(seconds) < Long.MAX_VALUE / MICROS
                    ? seconds * MICROS + moment.getNano() / 1_000
                    : seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (value instanceof String text) {
            return sort(text);
        }
        return value instanceof Long number ? number : 0;
    }

    /** Packs the first characters into bytes, up to one that needs more than that. */
    private static long sort(String text) {
        long packed = 0;
        int bits = Long.SIZE;
        for (int i = 0; i < text.length() && bits > 0; i++) {
            bits -= Byte.SIZE;
            packed |= Math.min(text.charAt(i), LAST_OF_BYTE) << bits;
            if (text.charAt(i) >= LAST_OF_BYTE) {
                break;
            }
        }
        return packed ^ Long.MIN_VALUE;
    }
}
