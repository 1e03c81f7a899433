package dev.commercekit.account;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where something is sent. Personal data: it never prints.
 *
 * @param country the ISO 3166-1 code of two capital letters, such as {@code GB}
 * @param lines the lines above the city, at most 5 of 200 characters each
 * @param city the city
 * @param postalCode the postal code, where there is one
 * @param region the state, county or province, where it matters
 */
public record Address(
        String country, List<String> lines, String city, Optional<String> postalCode, Optional<String> region) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Checks every part. */
    public Address {
        if (!COUNTRIES.contains(Input.identifier(country, "country", 2))) {
            throw new InvalidInputException("country", "must be an ISO 3166-1 code of two capital letters");
        }
        lines = Input.list(lines, "lines", 5);
        lines.forEach(line -> Input.text(line, "lines", 200));
        Input.text(city, "city", 200);
        Input.text(postalCode, "postalCode", 20);
        Input.text(region, "region", 100);
    }

    /** Returns an address of one line, a city and a postal code. */
    public static Address of(String country, String line, String city, String postalCode) {
        return new Address(
                country,
                List.of(Input.required(line, "lines")),
                city,
                Optional.of(Input.required(postalCode, "postalCode")),
                Optional.empty());
    }

    /** Returns the country alone. */
    @Override
    public String toString() {
        return "Address[" + country + ", ***]";
    }
}
