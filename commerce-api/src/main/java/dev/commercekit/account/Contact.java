package dev.commercekit.account;

import dev.commercekit.Input;
import java.util.Optional;

/**
 * How the buyer is reached about an order. Personal data: it never prints.
 *
 * @param name the name, up to 200 characters
 * @param email the e-mail address; only its shape is checked
 * @param phone the telephone number, if given
 */
public record Contact(String name, String email, Optional<String> phone) {

    /** Checks every part. */
    public Contact {
        Input.text(name, "name", 200);
        Input.text(email, "email", 254);
        int at = email.indexOf('@');
        Input.that(
                at > 0 && at == email.lastIndexOf('@') && at < email.length() - 1 && email.indexOf(' ') < 0,
                "email",
                "must look like name@domain");
        Input.text(phone, "phone", 40);
    }

    /** Returns a contact without a telephone number. */
    public static Contact of(String name, String email) {
        return new Contact(name, email, Optional.empty());
    }

    /** Returns nothing personal. */
    @Override
    public String toString() {
        return "Contact[***]";
    }
}
