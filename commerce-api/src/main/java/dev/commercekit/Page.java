package dev.commercekit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a listing.
 *
 * @param items the items, in the listing's order
 * @param next where to go on, or empty at the end of the listing
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /** Copies the items. */
    public Page {
        items = Input.list(items, "items", Integer.MAX_VALUE);
        Input.required(next, "next");
    }

    /** Returns the same page with each item turned into another. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
