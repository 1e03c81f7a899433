package dev.commercekit;

/**
 * A place in a listing, to go on from there. It is opaque: keep it, send it back, do not take it apart.
 *
 * @param value 1 to 512 printable ASCII characters
 */
public record Cursor(String value) {

    /** Checks the cursor's form; what it means is checked by the listing that gets it. */
    public Cursor {
        Input.identifier(value, "cursor", 512);
    }

    @Override
    public String toString() {
        return value;
    }
}
