package dev.commercekit.examples.basics.replay;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.cart.CartLine;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of an invoice, as the file has it.
 *
 * @param file the name of its file
 * @param row its number in the file, from 1
 * @param invoice the invoice's number
 * @param sku the stock code
 * @param description what the shop wrote; perhaps nothing
 * @param quantity how many; negative for what came back or was written off
 * @param time when
 * @param unitPrice the price of one, at any scale; negative for a correction of accounts
 * @param customer the customer's number; a guest has none
 * @param country where the buyer lives, by the shop's own words
 */
record InvoiceLine(
        String file,
        int row,
        String invoice,
        Sku sku,
        String description,
        long quantity,
        LocalDateTime time,
        BigDecimal unitPrice,
        Optional<String> customer,
        String country) {

    static final Currency GBP = Currency.getInstance("GBP");

    static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,12}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");
    private static final Pattern TRACKED = Pattern.compile("\\d{5}.*");

    /**
     * Understands the fields of a row.
     *
     * @throws InvalidInputException if a field means nothing; it names the column
     */
    static InvoiceLine of(String file, int row, List<String> fields) {
        return new InvoiceLine(
                file,
                row,
                Input.identifier(fields.get(0), "InvoiceNo", 64),
                Sku.of(Input.identifier(fields.get(1), "StockCode", 64)),
                fields.get(2),
                quantity(fields.get(3)),
                time(fields.get(4)),
                price(fields.get(5)),
                customer(fields.get(6)),
                Input.text(fields.get(7), "Country", 100));
    }

    /** Returns what the line costs, rounded to the penny once: for the line, not for the unit. */
    Money total() {
        return Money.rounded(unitPrice.multiply(BigDecimal.valueOf(quantity)), GBP, Rounding.HALF_UP);
    }

    /** Returns whether there is stock behind the code: postage, fees and vouchers do not begin with five digits. */
    boolean tracked() {
        return TRACKED.matcher(sku.value()).matches();
    }

    BadLine bad(String reason) {
        return new BadLine(file, row, reason);
    }

    private static long quantity(String text) {
        Input.that(WHOLE.matcher(text).matches(), "Quantity", "must be a whole number");
        long quantity = Input.range(Long.parseLong(text), "Quantity", -CartLine.MAX_QUANTITY, CartLine.MAX_QUANTITY);
        Input.that(quantity != 0, "Quantity", "must not be 0");
        return quantity;
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException notATime) {
            throw new InvalidInputException("InvoiceDate", "must be a time such as 2010-12-01 08:26:00");
        }
    }

    private static BigDecimal price(String text) {
        Input.that(DECIMAL.matcher(text).matches(), "UnitPrice", "must be a decimal number");
        return new BigDecimal(text);
    }

    /** The numbers came through a table of floating-point columns: 17850.0 is customer 17850. */
    private static Optional<String> customer(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String number = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return Optional.of(Input.identifier(number, "CustomerID", 64));
    }
}
