package dev.commercekit.payment;

import dev.commercekit.Input;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What the buyer must do before the payment can go on, for example confirm it with their bank.
 *
 * @param kind the gateway's word for it, such as {@code redirect}; 1 to 64 printable ASCII characters
 * @param url where the buyer does it, if anywhere
 * @param expiresAt when the gateway gives up waiting, if it says so
 */
public record BuyerAction(String kind, Optional<URI> url, Optional<Instant> expiresAt) {

    /** Checks the kind, and that the place is one that can be written down. */
    public BuyerAction {
        Input.identifier(kind, "kind", 64);
        Input.required(url, "url")
                .ifPresent(place -> Input.that(
                        StandardCharsets.UTF_8.newEncoder().canEncode(place.toString()),
                        "url",
                        "must be valid Unicode"));
        Input.required(expiresAt, "expiresAt");
    }

    /** Returns a redirection to the given place. */
    public static BuyerAction redirect(URI url) {
        return new BuyerAction("redirect", Optional.of(Input.required(url, "url")), Optional.empty());
    }
}
