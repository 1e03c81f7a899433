package dev.commercekit.json;

import static java.util.Map.entry;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Address;
import dev.commercekit.account.Contact;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentSummary;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.pricing.Adjustment;
import dev.commercekit.pricing.Quote;
import dev.commercekit.pricing.QuoteLine;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How samples are made of the types whose own checks chance would hardly meet. */
final class SampleRules {

    private static final Currency GBP = Currency.getInstance("GBP");

    static final Map<Class<?>, Function<Samples, Object>> ALL = Map.ofEntries(
            entry(Money.class, samples -> Money.ofMinor(samples.number(100_000), GBP)),
            entry(Price.class, samples -> Price.of(Money.ofMinor(samples.number(100_000), GBP))),
            entry(OrderNumber.class, samples -> OrderNumber.ofRandom(samples.number(Integer.MAX_VALUE) << 13)),
            entry(
                    Address.class,
                    samples -> new Address(
                            "GB",
                            List.of(samples.text()),
                            samples.text(),
                            optional(samples, Address.class, 3),
                            optional(samples, Address.class, 4))),
            entry(
                    Contact.class,
                    samples -> new Contact(
                            samples.text(), samples.text() + "@example.com", optional(samples, Contact.class, 2))),
            entry(PaymentSummary.class, SampleRules::summary),
            entry(Quote.class, samples -> quote(samples, optional(samples, Quote.class, 5))),
            entry(CheckoutRequest.class, SampleRules::checkout));

    private SampleRules() {}

    private static PaymentSummary summary(Samples samples) {
        Money released = samples.a(Money.class);
        Money refunded = samples.a(Money.class);
        Money captured = refunded.plus(samples.a(Money.class));
        return new PaymentSummary(captured.plus(released), captured, refunded, released);
    }

    private static Quote quote(Samples samples, Optional<Address> shipTo) {
        QuoteLine line = new QuoteLine(
                samples.a(LineId.class),
                samples.a(Sku.class),
                samples.text(),
                samples.number(9),
                Map.of(samples.text(), samples.text()),
                samples.a(Price.class),
                samples.a(Money.class));
        Adjustment adjustment = samples.a(Adjustment.class);
        return new Quote(
                samples.a(CartId.class),
                samples.text(),
                List.of(line),
                List.of(adjustment),
                line.total().plus(adjustment.amount()),
                shipTo,
                samples.a(Instant.class));
    }

    private static CheckoutRequest checkout(Samples samples) {
        Quote quote = samples.a(Quote.class);
        return new CheckoutRequest(
                samples.a(IdempotencyKey.class),
                quote.cart(),
                quote,
                samples.a(PaymentToken.class),
                quote.shipTo(),
                optional(samples, CheckoutRequest.class, 5),
                samples.a(CaptureMode.class));
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<T> optional(Samples samples, Class<?> record, int component) {
        RecordComponent found = record.getRecordComponents()[component];
        return (Optional<T>) samples.of(found.getGenericType());
    }
}
