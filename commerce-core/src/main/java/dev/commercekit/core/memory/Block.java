package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Row;
import java.util.Arrays;

/** A few hundred rows in order. The number of its place stands beside each, so that few comparisons visit a row. */
final class Block {

    private static final int ROWS = 256;

    private final long[] sorts = new long[ROWS];
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

    /** Returns whether the first row stands before the place, or at it if that is enough. */
    boolean begins(Place place, boolean orAt) {
        return size > 0 && stands(0, place, orAt);
    }

    /** Returns whether the last row stands before the place. */
    boolean isBefore(Place place) {
        return size == 0 || stands(size - 1, place, false);
    }

    /** Counts the rows that stand before the place, or at it if that is enough. */
    int count(Place place, boolean orAt) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (stands(middle, place, orAt)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(Slot slot, Place place) {
        insert(size, slot, place);
    }

    void insert(int at, Slot slot, Place place) {
        System.arraycopy(sorts, at, sorts, at + 1, size - at);
        System.arraycopy(slots, at, slots, at + 1, size - at);
        sorts[at] = place.sort();
        slots[at] = slot;
        size++;
    }

    void remove(int at) {
        System.arraycopy(sorts, at + 1, sorts, at, size - at - 1);
        System.arraycopy(slots, at + 1, slots, at, size - at - 1);
        cut(size - 1);
    }

    void append(Block next) {
        System.arraycopy(next.sorts, 0, sorts, size, next.size);
        System.arraycopy(next.slots, 0, slots, size, next.size);
        size += next.size;
    }

    /** Moves the upper half to a new block. */
    Block split() {
        Block upper = new Block();
        int half = size / 2;
        upper.size = size - half;
        System.arraycopy(sorts, half, upper.sorts, 0, upper.size);
        System.arraycopy(slots, half, upper.slots, 0, upper.size);
        cut(half);
        return upper;
    }

    private boolean stands(int at, Place place, boolean orAt) {
        return place.compare(sorts[at], slots[at]) < (orAt ? 1 : 0);
    }

    private void cut(int newSize) {
        Arrays.fill(slots, newSize, size, null);
        size = newSize;
    }
}
