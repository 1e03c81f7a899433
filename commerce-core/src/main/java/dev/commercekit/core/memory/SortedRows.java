package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in order, in blocks of a few hundred. Rows mostly come in the order of time, so adding behind the last one costs one
 * comparison and leaves the blocks before it full.
 */
final class SortedRows {

    private final List<Block> blocks = new ArrayList<>();

    /**
     * Adds a row.
     *
     * @param first the value of the first column of the order
     * @param slot where the row stands or will stand
     * @param place its place, which is free
     */
    void add(Comparable<Object> first, Slot slot, Place place) {
        int last = blocks.size() - 1;
        boolean behindAll = last < 0 || blocks.get(last).isBefore(place);
        if (behindAll && (last < 0 || blocks.get(last).isFull())) {
            blocks.add(new Block());
            last++;
        }
        int index = behindAll ? last : blockOf(place);
        Block block = blocks.get(index);
        if (block.isFull()) {
            Block upper = block.split();
            blocks.add(index + 1, upper);
            block = upper.begins(before(place)) ? upper : block;
        }
        block.insert(behindAll ? block.size() : block.count(before(place)), first, slot);
    }

    /** Removes the row that stands at the place. */
    void remove(Place place) {
        int index = blockOf(place);
        Block block = blocks.get(index);
        block.remove(block.count(before(place)));
        if (block.size() == 0) {
            discard(index);
        } else if (index > 0 && block.isSparse() && blocks.get(index - 1).isSparse()) {
            blocks.get(index - 1).append(block);
            blocks.remove(index);
        }
    }

    /** The last block stays, because an order of what is open fills and empties all the time. */
    private void discard(int index) {
        if (blocks.size() > 1) {
            blocks.remove(index);
        }
    }

    /** Returns a cursor behind all rows that match, which must be the first ones. */
    Cursor behind(Block.Matcher matcher) {
        int index = Math.max(0, blocksThatBegin(matcher) - 1);
        return new Cursor(index, blocks.isEmpty() ? 0 : blocks.get(index).count(matcher));
    }

    private static Block.Matcher before(Place place) {
        return (first, slot) -> place.compare(first, slot) < 0;
    }

    private int blockOf(Place place) {
        return Math.max(0, blocksThatBegin((first, slot) -> place.compare(first, slot) <= 0) - 1);
    }

    private int blocksThatBegin(Block.Matcher matcher) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (blocks.get(middle).begins(matcher)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A place in the order. */
    @FunctionalInterface
    interface Place {

        /** Returns whether a row, given by its first value and its slot, stands before (-) or behind (+) this place. */
        int compare(Comparable<Object> first, Slot slot);
    }

    /** A place between two rows; it is void once rows change. */
    final class Cursor {

        private int block;
        private int offset;

        private Cursor(int block, int offset) {
            this.block = block;
            this.offset = offset;
        }

        @Nullable
        Row next() {
            while (block < blocks.size() && offset == blocks.get(block).size()) {
                block++;
                offset = 0;
            }
            return block < blocks.size() ? blocks.get(block).row(offset++) : null;
        }

        @Nullable
        Row previous() {
            while (offset == 0 && block > 0) {
                block--;
                offset = blocks.get(block).size();
            }
            return offset > 0 ? blocks.get(block).row(--offset) : null;
        }
    }
}
