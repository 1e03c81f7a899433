package dev.commercekit;

import java.util.UUID;

/**
 * Makes ids. The default makes UUIDs of version 7 (RFC 9562) from the injected clock and a secure source of randomness; a
 * test injects one that repeats.
 *
 * <p>Implementations are thread-safe.
 */
public interface IdGenerator {

    /** Returns a new id; later ids sort after earlier ones of the same generator, so that storages insert them in order. */
    UUID next();

    /** Returns 64 bits that nobody can guess, for human order numbers and other names that must not be enumerable. */
    long randomBits();
}
