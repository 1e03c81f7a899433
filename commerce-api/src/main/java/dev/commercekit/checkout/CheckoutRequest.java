package dev.commercekit.checkout;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.account.Address;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.pricing.Quote;
import java.util.Optional;

/**
 * Asks to buy what is in a cart, for what the buyer accepted.
 *
 * @param key names this intention; a repeated call is never a second order
 * @param cart which cart
 * @param quote what the buyer accepted
 * @param token how the buyer pays
 * @param shipTo where the goods go; as in the quote
 * @param contact how the buyer is reached
 * @param capture when the money is taken
 */
public record CheckoutRequest(
        IdempotencyKey key,
        CartId cart,
        Quote quote,
        PaymentToken token,
        Optional<Address> shipTo,
        Optional<Contact> contact,
        CaptureMode capture) {

    /** Checks that the quote is of the cart and goes to the same address. */
    public CheckoutRequest {
        Input.required(key, "idempotencyKey");
        Input.required(cart, "cartId");
        Input.that(Input.required(quote, "quote").cart().equals(cart), "quote", "must be of the cart");
        Input.required(token, "paymentToken");
        Input.that(Input.required(shipTo, "shipTo").equals(quote.shipTo()), "shipTo", "must be the quote's address");
        Input.required(contact, "contact");
        Input.required(capture, "capture");
    }

    /** Asks to buy the cart for the quote; the money is set aside, and taken when the goods are sent. */
    public static CheckoutRequest of(IdempotencyKey key, CartId cart, Quote quote, PaymentToken token) {
        return new CheckoutRequest(
                key,
                cart,
                quote,
                token,
                Input.required(quote, "quote").shipTo(),
                Optional.empty(),
                CaptureMode.ON_SHIPMENT);
    }

    /** Returns the same request with the address, which must be the quote's, and the contact. */
    public CheckoutRequest shipTo(Address address, Contact buyer) {
        return new CheckoutRequest(
                key,
                cart,
                quote,
                token,
                Optional.of(Input.required(address, "shipTo")),
                Optional.of(Input.required(buyer, "contact")),
                capture);
    }

    /** Returns the same request with the contact. */
    public CheckoutRequest contact(Contact buyer) {
        return new CheckoutRequest(
                key, cart, quote, token, shipTo, Optional.of(Input.required(buyer, "contact")), capture);
    }

    /** Returns the same request with another time of the capture. */
    public CheckoutRequest capture(CaptureMode mode) {
        return new CheckoutRequest(key, cart, quote, token, shipTo, contact, mode);
    }
}
