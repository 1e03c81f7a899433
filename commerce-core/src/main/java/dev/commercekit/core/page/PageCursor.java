package dev.commercekit.core.page;

import dev.commercekit.Cursor;
import dev.commercekit.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Writes a place in a listing as an opaque cursor and reads it back. The parts are printable ASCII; the first names the
 * listing, so that a cursor of another listing is refused and not misread.
 */
public final class PageCursor {

    private static final String SEPARATOR = "\n";

    private PageCursor() {}

    /** Returns the cursor of a place in a listing. */
    public static Cursor write(String listing, String... place) {
        String text = listing + SEPARATOR + String.join(SEPARATOR, place);
        return new Cursor(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the place that a cursor of the listing stands for.
     *
     * @throws InvalidInputException if it is none of this listing, or has another number of parts
     */
    public static List<String> read(Cursor cursor, String listing, int parts) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.value());
            List<String> found = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (found.size() == parts + 1 && found.get(0).equals(listing)) {
                return found.subList(1, found.size());
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    /** Returns the error for a cursor that no listing has made. */
    public static InvalidInputException malformed() {
        return new InvalidInputException("cursor", "must be one that this listing has returned");
    }
}
