package dev.commercekit.core;

import dev.commercekit.Input;

/**
 * A port that the host goes on to use after the shop is closed: {@code Commerce.builder().storage(Shared.of(storage))}. What is
 * handed over without this is closed with the shop.
 *
 * @param port the port
 * @param <T> its type
 */
public record Shared<T>(T port) {

    /** Refuses null. */
    public Shared {
        Input.required(port, "port");
    }

    /** Marks a port as shared. */
    public static <T> Shared<T> of(T port) {
        return new Shared<>(port);
    }
}
