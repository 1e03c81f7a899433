package dev.commercekit.catalog;

import dev.commercekit.Input;

/**
 * Names a thing that can be sold, as the shop names it.
 *
 * @param value 1 to 64 printable ASCII characters, spaces only inside; case matters
 */
public record Sku(String value) implements Comparable<Sku> {

    /** Checks the text. */
    public Sku {
        Input.identifier(value, "sku", 64);
    }

    /** Returns the SKU with the given text. */
    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
