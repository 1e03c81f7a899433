package dev.commercekit.core.memory;

import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table by key. An open hash table, because it holds millions of rows: it needs a quarter of the memory of
 * one with a node for each.
 */
final class RowMap {

    private @Nullable Slot[] slots = new Slot[16];
    private int[] hashes = new int[16];
    private int size;

    /** Returns where a row stands, or anything, or an exception, if another thread writes meanwhile; but it comes to an end. */
    @Nullable
    Slot get(RowKey key) {
        @Nullable Slot[] now = slots;
        return now[find(key, hash(key), now, hashes)];
    }

    /** Adds a slot; no other has its row's key. */
    void add(Slot slot) {
        int hash = hash(slot.row().key());
        int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != null) {
            at = at + 1 & mask;
        }
        slots[at] = slot;
        hashes[at] = hash;
        size++;
        if (size > slots.length / 2) {
            grow();
        }
    }

    /** Removes the slot that has the key, if there is one. */
    void remove(RowKey key) {
        int gap = find(key, hash(key), slots, hashes);
        if (slots[gap] == null) {
            return;
        }
        size--;
        int mask = slots.length - 1;
        for (int next = gap + 1 & mask; slots[next] != null; next = next + 1 & mask) {
            int home = hashes[next] & mask;
            if ((next - home & mask) >= (next - gap & mask)) {
                slots[gap] = slots[next];
                hashes[gap] = hashes[next];
                gap = next;
            }
        }
        slots[gap] = null;
    }

    /** Returns all slots, in no order. */
    List<Slot> all() {
        List<Slot> all = new ArrayList<>(size);
        for (Slot slot : slots) {
            if (slot != null) {
                all.add(slot);
            }
        }
        return all;
    }

    private static int find(RowKey key, int hash, @Nullable Slot[] slots, int[] hashes) {
        int mask = slots.length - 1;
        int at = hash & mask;
        for (Slot slot = slots[at]; slot != null; slot = slots[at]) {
            if (hashes[at] == hash && slot.row().key().equals(key)) {
                break;
            }
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        @Nullable Slot[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = new Slot[oldSlots.length * 2];
        hashes = new int[slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != null) {
                int at = oldHashes[i] & mask;
                while (slots[at] != null) {
                    at = at + 1 & mask;
                }
                slots[at] = oldSlots[i];
                hashes[at] = oldHashes[i];
            }
        }
    }

    private static int hash(RowKey key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
