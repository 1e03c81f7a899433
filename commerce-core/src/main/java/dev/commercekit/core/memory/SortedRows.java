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

    /** Adds a row, which stands or will stand in the slot, at its place, which is free. */
    void add(Slot slot, Place place) {
        int last = blocks.size() - 1;
        if (last < 0 || blocks.get(last).isBefore(place)) {
            if (last < 0 || blocks.get(last).isFull()) {
                blocks.add(new Block());
                last++;
            }
            blocks.get(last).add(slot, place);
        } else {
            Block block = roomy(blockOf(place), place);
            block.insert(block.count(place, false), slot, place);
        }
    }

    /** Returns the block, or of its two halves the one to which the place belongs if it was full. */
    private Block roomy(int index, Place place) {
        Block block = blocks.get(index);
        if (!block.isFull()) {
            return block;
        }
        Block upper = block.split();
        blocks.add(index + 1, upper);
        return upper.begins(place, false) ? upper : block;
    }

    /** Removes the row that stands at the place. */
    void remove(Place place) {
        int index = blockOf(place);
        Block block = blocks.get(index);
        block.remove(block.count(place, false));
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

    /** Returns a cursor behind all rows that stand before the place, or at it if that is enough. */
    Cursor behind(Place place, boolean orAt) {
        int index = Math.max(0, blocksThatBegin(place, orAt) - 1);
        return new Cursor(index, blocks.isEmpty() ? 0 : blocks.get(index).count(place, orAt));
    }

    private int blockOf(Place place) {
        int last = blocks.size() - 1;
        if (blocks.get(last).begins(place, true)) {
            return last;
        }
        return Math.max(0, blocksThatBegin(place, true) - 1);
    }

    private int blocksThatBegin(Place place, boolean orAt) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (blocks.get(middle).begins(place, orAt)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A place between two rows; it is void once rows change. */
    final class Cursor {

        private int block;
        private int offset;

        private Cursor(int block, int offset) {
            this.block = block;
            this.offset = offset;
        }

        /** Returns whether this stands nearer to the beginning than the other. */
        boolean isBefore(Cursor other) {
            return block < other.block || block == other.block && offset < other.offset;
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
