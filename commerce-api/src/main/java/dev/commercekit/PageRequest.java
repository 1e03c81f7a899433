package dev.commercekit;

import java.util.Optional;

/**
 * Asks for one page of a listing. A listing is stable: what was there for the whole time of the paging comes exactly once.
 *
 * @param limit the most items to return, 1 to 1,000
 * @param after where the page before ended, or empty for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {

    /** The largest page that can be asked for. */
    public static final int MAX_LIMIT = 1_000;

    /** Checks the limit. */
    public PageRequest {
        Input.range(limit, "limit", 1, MAX_LIMIT);
        Input.required(after, "after");
    }

    /** Asks for the first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /** Asks for the page that follows the given one. */
    public PageRequest after(Cursor cursor) {
        return new PageRequest(limit, Optional.of(Input.required(cursor, "cursor")));
    }
}
