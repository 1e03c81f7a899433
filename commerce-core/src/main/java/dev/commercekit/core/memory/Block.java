package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Row;
import java.util.Arrays;

/** A few hundred rows in order. The value of their first column stands beside each, so that few comparisons visit a row. */
final class Block {

    private static final int ROWS = 256;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final Comparable<Object>[] firsts = new Comparable[ROWS];

    private final Slot[] slots = new Slot[ROWS];
    private int size;

    int size() {
        return size;
    }

    boolean isFull() {
        return size == ROWS;
    }

    boolean isSparse() {
        return size < ROWS / 4;
    }

    Row row(int at) {
        return slots[at].row();
    }

    boolean begins(Matcher matcher) {
        return size > 0 && matcher.matches(firsts[0], slots[0]);
    }

    /** Returns whether the last row stands before the place. */
    boolean isBefore(SortedRows.Place place) {
        return size == 0 || place.compare(firsts[size - 1], slots[size - 1]) < 0;
    }

    /** Counts the rows that match, which must be the first ones. */
    int count(Matcher matcher) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (matcher.matches(firsts[middle], slots[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void insert(int at, Comparable<Object> first, Slot slot) {
        System.arraycopy(firsts, at, firsts, at + 1, size - at);
        System.arraycopy(slots, at, slots, at + 1, size - at);
        firsts[at] = first;
        slots[at] = slot;
        size++;
    }

    void remove(int at) {
        System.arraycopy(firsts, at + 1, firsts, at, size - at - 1);
        System.arraycopy(slots, at + 1, slots, at, size - at - 1);
        cut(size - 1);
    }

    void append(Block next) {
        System.arraycopy(next.firsts, 0, firsts, size, next.size);
        System.arraycopy(next.slots, 0, slots, size, next.size);
        size += next.size;
    }

    /** Moves the upper half to a new block. */
    Block split() {
        Block upper = new Block();
        int half = size / 2;
        upper.size = size - half;
        System.arraycopy(firsts, half, upper.firsts, 0, upper.size);
        System.arraycopy(slots, half, upper.slots, 0, upper.size);
        cut(half);
        return upper;
    }

    private void cut(int newSize) {
        Arrays.fill(firsts, newSize, size, null);
        Arrays.fill(slots, newSize, size, null);
        size = newSize;
    }

    /** Matches rows by the value of their first column and by their slot. */
    @FunctionalInterface
    interface Matcher {

        /** Returns whether the row matches. */
        boolean matches(Comparable<Object> first, Slot slot);
    }
}
