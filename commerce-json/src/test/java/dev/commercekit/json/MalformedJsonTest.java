package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.Cart;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldResult;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.money.CurrencyMismatchException;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentSummary;
import dev.commercekit.payment.PaymentToken;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedJsonTest {

    private static final String LINE = "{\"sku\":\"A\",\"quantity\":6}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sku":"A"}                              | quantity | must be present
            {"sku":"A","quantity":null}              | quantity | must not be null
            {"sku":null,"quantity":6}                | sku      | must not be null
            {"sku":"A","quantity":"6"}               | quantity | must be a whole number
            {"sku":"A","quantity":""}                | quantity | must be a whole number
            {"sku":"A","quantity":6.0}               | quantity | must be a whole number
            {"sku":"A","quantity":6e2}               | quantity | must be a whole number
            {"sku":"A","quantity":true}              | quantity | must be a whole number
            {"sku":"A","quantity":[6]}               | quantity | must be a whole number
            {"sku":"A","quantity":{}}                | quantity | must be a whole number
            {"sku":"A","quantity":9223372036854775808} | quantity | must be within the range of its type
            {"sku":7,"quantity":6}                   | sku      | must be text
            {"sku":{"value":"A"},"quantity":6}       | sku      | must be text
            {"sku":"A","quantity":0}                 | ``       | quantity: must be between 1 and 1000000000
            {"sku":" A","quantity":6}                | sku      | sku: must not begin or end with a space
            {"sku":"A","sku":"B","quantity":6}       | ``       | must name each property once
            {"sku":"A","quantity":6,"x":1,"x":2}     | ``       | must name each property once
            {"sku":"A","quantity":6} {}              | ``       | must not be followed by anything
            {"sku":"A","quantity":6}x                | ``       | must be well-formed JSON
            {"sku":"A","quantity":6                  | ``       | must not end too early
            {"sku":"A","quantity":                   | ``       | must not end too early
            {"sku":"A,"quantity":6}                  | ``       | must be well-formed JSON
            {sku:"A","quantity":6}                   | ``       | must be well-formed JSON
            {'sku':"A","quantity":6}                 | ``       | must be well-formed JSON
            {"sku":"A","quantity":06}                | ``       | must be well-formed JSON
            {"sku":"A","quantity":NaN}               | ``       | must be well-formed JSON
            {"sku":"A","quantity":6,}                | ``       | must be well-formed JSON
            ["A",6]                                  | ``       | must be an object
            "A"                                      | ``       | must be an object
            ``                                       | ``       | must not be empty
            null                                     | ``       | must not be null
            """)
    void everyBrokenRuleIsNamed(String json, String path, String reason) {
        assertMalformed(StockLine.class, json == null ? "" : json, path, reason);
    }

    @Test
    void unknownPropertiesAreIgnored() {
        String json = "{\"x\":{\"sku\":[1,null]},\"quantity\":6,\"sku\":\"A\",\"type\":7,\"y\":1e999}";
        assertThat(CommerceJson.codec(StockLine.class).read(json)).isEqualTo(new StockLine(Sku.of("A"), 6));
    }

    @Test
    void pathsReachIntoListsAndMaps() {
        String hold =
                "{\"id\":\"h\",\"state\":\"HELD\",\"lines\":[" + LINE + ",%s],\"expiresAt\":\"2026-01-01T00:00:00Z\"}";
        String held = "{\"type\":\"held\",\"hold\":" + hold + "}";
        assertMalformed(Hold.class, hold.formatted("{\"sku\":\"A\",\"quantity\":0}"), "lines[1]", "quantity");
        assertMalformed(HoldResult.class, held.formatted("{\"sku\":1}"), "hold.lines[1].sku", "must be text");
        assertMalformed(HoldResult.class, held.formatted("null"), "hold.lines[1]", "must not be null");
        Type byName = new TypeReference<Map<String, StockLine>>() {}.getType();
        assertMalformed(byName, "{\"private\":{\"sku\":1}}", "[*].sku", "must be text");
        assertMalformed(byName, "{\"private\":null}", "[*]", "must not be null");
        assertMalformed(new TypeReference<Map<Sku, Long>>() {}.getType(), "{\" A\":1}", "", "sku: must not begin");
        assertMalformed(
                CheckoutResult.class,
                "{\"type\":\"refused\",\"code\":\"c\",\"details\":{\"private\":1}}",
                "details[*]",
                "must be text");
    }

    @Test
    void anOwnCheckThatRefusesIsTheCause() {
        var refused = malformed(StockLine.class, "{\"sku\":\"A\",\"quantity\":0}");
        assertThat(refused).hasCauseInstanceOf(InvalidInputException.class);
        String amount = "{\"amount\":\"1\",\"currency\":\"GBP\"}";
        String summary = "{\"authorized\":%1$s,\"captured\":%1$s,\"refunded\":%1$s,\"released\":%2$s}"
                .formatted(amount, "{\"amount\":\"0\",\"currency\":\"EUR\"}");
        assertThat(malformed(PaymentSummary.class, summary)).hasCauseInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void aCaseThatNobodyKnowsIsAnErrorOfItsOwn() {
        for (String json :
                List.of("{\"type\":\"vanished\"}", "{\"order\":\"o\",\"type\":\"Pending\",\"action\":null}")) {
            MalformedJsonException thrown = malformed(CheckoutResult.class, json);
            assertThat(thrown).isInstanceOf(UnknownTypeException.class);
            assertThat(thrown.code()).isEqualTo("unknown-type");
            assertThat(thrown.path()).isEqualTo("type");
        }
        assertThat(malformed(CheckoutResult.Pending.class, "{\"type\":\"confirmed\",\"order\":\"o\",\"action\":null}"))
                .isInstanceOf(UnknownTypeException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"order":"o","action":null}                              | type | must be present
            {}                                                       | type | must be present
            {"type":7,"order":"o","action":null}                     | type | must be text
            {"order":"o","type":null,"action":null}                  | type | must not be null
            {"type":"pending","order":"o"}                           | action | must be present
            {"type":"pending","type":"pending","order":"o","action":null} | `` | must name each property once
            {"order":"o","action":null,"order":"p","type":"pending"} | ``   | must name each property once
            []                                                       | ``   | must be an object
            "pending"                                                | ``   | must be an object
            """)
    void aCaseNeedsItsNameAndItsComponents(String json, String path, String reason) {
        assertMalformed(CheckoutResult.class, json, path, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":2.55,\"currency\":\"GBP\"}",
                "{\"amount\":2,\"currency\":\"GBP\"}",
                "{\"amount\":\"2.555\",\"currency\":\"GBP\"}",
                "{\"amount\":\"two\",\"currency\":\"GBP\"}",
                "{\"amount\":\"\",\"currency\":\"GBP\"}",
                "{\"amount\":\"\u0662\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1e2147483647\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1e-2147483647\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1e999999999999\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1234567890123456789012345\",\"currency\":\"GBP\"}",
                "{\"amount\":\"2.55\",\"currency\":\"gbp\"}",
                "{\"amount\":\"2.55\",\"currency\":\"XXX\"}",
                "{\"amount\":\"2.55\",\"currency\":826}"
            })
    void moneyIsNeverGuessed(String json) {
        assertThat(malformed(Money.class, json)).isNotInstanceOf(UnknownTypeException.class);
    }

    @Test
    void enumsAndTimesAreExact() {
        String principal = "{\"name\":\"n\",\"customer\":null,\"permissions\":[%s]}";
        for (String wrong : List.of("0", "\"manage_stock\"", "\" MANAGE_STOCK\"", "\"\"", "null", "\"FLY\"", "\"0\"")) {
            assertThat(malformed(Principal.class, principal.formatted(wrong)).path())
                    .isEqualTo("permissions[0]");
        }
        String hold = "{\"id\":\"h\",\"state\":\"HELD\",\"lines\":[],\"expiresAt\":%s}";
        for (String wrong : List.of("1767225600", "\"1767225600\"", "\"2026-01-01\"", "1.5", "\"\"", "{}")) {
            assertThat(malformed(Hold.class, hold.formatted(wrong)).path()).isEqualTo("expiresAt");
        }
    }

    @Test
    void hostileDocumentsAreRefusedCheaply() {
        assertMalformed(Cart.class, "[".repeat(100_000), "", "must be an object");
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertMalformed(Cart.class, deep, "", "must keep the limits of depth and size");
        String digits = "{\"sku\":\"A\",\"quantity\":" + "9".repeat(100_000) + "}";
        assertMalformed(StockLine.class, digits, "", "must keep the limits of depth and size");
        String decimal = "\"" + "9".repeat(100_000) + "\"";
        assertMalformed(BigDecimal.class, decimal, "", "is no BigDecimal");
    }

    @Test
    void brokenUtf8IsMalformed() {
        byte[] broken = LINE.replace("A", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(
                        MalformedJsonException.class,
                        () -> CommerceJson.codec(StockLine.class).read(broken)))
                .isNotNull();
    }

    /** Neither the message nor any cause repeats what stood there. */
    @Test
    void noErrorRepeatsAValue() {
        String mark = "SeCrEt";
        for (String json : List.of(
                "\"" + mark + "\u0001\"",
                "\"" + mark,
                "{\"" + mark + "\":1}",
                mark,
                "[\"" + mark + "\"]",
                "\"" + mark + "\" " + mark)) {
            for (Class<?> type :
                    List.of(PaymentToken.class, StockLine.class, CheckoutResult.class, Long.class, Money.class)) {
                for (Throwable at = malformed(type, json); at != null; at = at.getCause()) {
                    assertThat(at.toString()).doesNotContain(mark);
                }
            }
        }
    }

    private static void assertMalformed(Type type, String json, String path, String reason) {
        MalformedJsonException thrown = malformed(type, json);
        assertThat(thrown.path())
                .as(json.length() < 200 ? json : "a long document")
                .isEqualTo(path);
        assertThat(thrown.reason())
                .as(json.length() < 200 ? json : "a long document")
                .startsWith(reason);
        assertThat(thrown.code()).isEqualTo("malformed-json");
    }

    private static MalformedJsonException malformed(Type type, String json) {
        var codec = CommerceJson.codec(type);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var thrown = catchThrowableOfType(MalformedJsonException.class, () -> codec.read(json));
        assertThat(thrown).as(json.length() < 200 ? json : "a long document").isNotNull();
        assertThat(catchThrowableOfType(MalformedJsonException.class, () -> codec.read(bytes)))
                .hasToString(thrown.toString());
        return thrown;
    }
}
