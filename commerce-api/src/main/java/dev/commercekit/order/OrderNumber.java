package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import java.util.Locale;

/**
 * What people call an order: nine random characters and a check character, in groups, such as {@code EHH6-WHA0-DD}. It cannot
 * be guessed, reads aloud well, and slips of the pen are noticed. The alphabet is Crockford's base 32, which has no I, L, O and
 * U, without its Z; the check character makes the weighted sum of all ten, by place 1 to 10, a multiple of 31 (a prime, so that
 * one wrong character is always found, and so are any two that changed places).
 *
 * @param value the number in groups, in capital letters
 */
public record OrderNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PRIME = 31;
    private static final int LENGTH = 10;

    /** Checks the form and the check character. */
    public OrderNumber {
        Input.identifier(value, "orderNumber", 12);
        if (value.length() != LENGTH + 2 || value.charAt(4) != '-' || value.charAt(9) != '-' || !checks(value)) {
            throw new InvalidInputException(
                    "orderNumber", "must be an order number such as EHH6-WHA0-DD, without a slip");
        }
    }

    /** Returns the number that a person wrote: small letters, missing hyphens, and O, I and L for 0 and 1 are understood. */
    public static OrderNumber parse(String written) {
        String plain = Input.identifier(written, "orderNumber", 40)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new OrderNumber(grouped(plain));
    }

    /** Returns the number made of the lowest 44 of the given random bits. */
    public static OrderNumber ofRandom(long bits) {
        long left = bits & ((1L << 44) - 1);
        StringBuilder plain = new StringBuilder(LENGTH);
        int sum = 0;
        for (int place = 1; place < LENGTH; place++) {
            int digit = (int) (left % PRIME);
            left /= PRIME;
            plain.append(ALPHABET.charAt(digit));
            sum += place * digit;
        }
        int check = 0;
        while ((sum + LENGTH * check) % PRIME != 0) {
            check++;
        }
        return new OrderNumber(grouped(plain.append(ALPHABET.charAt(check)).toString()));
    }

    private static boolean checks(String grouped) {
        int sum = 0;
        for (int i = 0, place = 1; i < grouped.length(); i++) {
            if (i != 4 && i != 9) {
                int digit = ALPHABET.indexOf(grouped.charAt(i));
                if (digit < 0 || digit >= PRIME) {
                    return false;
                }
                sum += place++ * digit;
            }
        }
        return sum % PRIME == 0;
    }

    private static String grouped(String plain) {
        return plain.length() <= 8
                ? plain
                : plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
