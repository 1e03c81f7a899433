package dev.commercekit.core.checkout;

import dev.commercekit.account.Address;
import dev.commercekit.account.Contact;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.key.Fingerprint;
import dev.commercekit.pricing.QuoteLine;
import java.util.List;
import java.util.TreeMap;

/**
 * The fields by which one request is told from another. When the quote expires is not among them, so that a buyer who fetches
 * the same quote again may repeat the request.
 */
final class CheckoutPrints {

    private CheckoutPrints() {}

    static String of(CheckoutRequest request) {
        Fingerprint print = Fingerprint.v1()
                .field("cart", request.cart().value())
                .field("generation", request.quote().generation())
                .field("total", request.quote().total().toString())
                .field("token", request.token().value())
                .field("capture", request.capture().name());
        for (QuoteLine line : request.quote().lines()) {
            print.field("line", line.id().value())
                    .field("sku", line.sku().value())
                    .field("quantity", line.quantity())
                    .field("price", line.unitPrice().toString());
            new TreeMap<>(line.attributes()).forEach((name, text) -> print.field("attribute", List.of(name, text)));
        }
        request.shipTo().ifPresent(address -> address(print, address));
        request.contact().ifPresent(contact -> contact(print, contact));
        return print.text();
    }

    private static void address(Fingerprint print, Address address) {
        print.field("country", address.country())
                .field("lines", List.copyOf(address.lines()))
                .field("city", address.city())
                .field("postalCode", address.postalCode())
                .field("region", address.region());
    }

    private static void contact(Fingerprint print, Contact contact) {
        print.field("name", contact.name()).field("email", contact.email()).field("phone", contact.phone());
    }
}
