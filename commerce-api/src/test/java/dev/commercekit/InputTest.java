package dev.commercekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A B", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "1234567890"})
    void identifiersArePrintableAscii(String text) {
        assertThat(Input.identifier(text, "id", 64)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " a", "a ", "a\tb", "a\nb", "a\u0000", "\u007f", "\u00e9", "\ud83d\ude00", "12345678901"
            })
    void otherIdentifiersAreRefused(String text) {
        assertRefused(() -> Input.identifier(text, "id", 10), "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " a ",
                "\u00c9clair \u2013 10 \u20ac",
                "\u5bff\u53f8",
                "\ud83d\ude00",
                "\u05e9\u05dc\u05d5\u05dd"
            })
    void textIsOfAnyScript(String text) {
        assertThat(Input.text(text, "name", 20)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u2003\u3000",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u0007",
                "a\u007f",
                "a\u0085b",
                "\ud83d",
                "\ude00",
                "a\ud83d",
                "\ude00\ud83d",
                "\ud83d\ud83d\ude00",
                "aaaaaaaaaaaaaaaaaaaaa"
            })
    void otherTextIsRefused(String text) {
        assertRefused(() -> Input.text(text, "name", 20), "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "my card is 4111 1111 1111 1111, thanks",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "3056 930902 5904",
                "6011111111111117",
                "6304000000000000000",
                "4111 1111 1111 1111 12/27 123",
                "x4111111111111111y",
                "4111  1111  1111  1111",
                "4111.1111.1111.1111",
                "4111_1111/1111\u20131111",
                "4111\u00a01111\u00a01111\u00a01111",
                "\uff14111111111111111"
            })
    void textNeverHoldsACardNumber(String text) {
        assertRefused(() -> Input.text(text, "note", 200), "note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333931",
                "5012345678900",
                "9783161484100",
                "4111111111111112",
                "1111111111111117",
                "41111111111111110000",
                "order 20260131-0001",
                "+44 20 7946 0958",
                "01890a5d-ac96-774b-bcce-b302099a8057",
                "Sizes 36 37 38 39 40 41 42 43 44 45 46",
                "30 40 50 60 70 80 90 100 cm"
            })
    void otherNumbersAreText(String text) {
        assertThat(Input.text(text, "note", 200)).isSameAs(text);
    }

    @Test
    void longTextTakesNoStack() {
        String numbers = "1 ".repeat(4_999) + "1";
        assertThat(Input.text(numbers, "description", 10_000)).isSameAs(numbers);
    }

    @Test
    void absentTextIsFine() {
        assertThat(Input.text(Optional.empty(), "note", 5)).isEmpty();
        assertThat(Input.text(Optional.of("ok"), "note", 5)).contains("ok");
        assertRefused(() -> Input.text(Optional.of("too long"), "note", 5), "note");
        assertRefused(() -> Input.text((Optional<String>) null, "note", 5), "note");
    }

    @Test
    void boundsAreIncluded() {
        assertThat(Input.range(1, "n", 1, 3)).isEqualTo(1);
        assertThat(Input.range(3, "n", 1, 3)).isEqualTo(3);
        assertRefused(() -> Input.range(0, "n", 1, 3), "n");
        assertRefused(() -> Input.range(4, "n", 1, 3), "n");
    }

    @Test
    void listsAreCopied() {
        List<String> source = new ArrayList<>(List.of("a", "b"));
        List<String> copy = Input.list(source, "items", 2);
        source.clear();
        assertThat(copy).containsExactly("a", "b").isUnmodifiable();
        assertRefused(() -> Input.list(List.of("a", "b", "c"), "items", 2), "items");
        assertRefused(() -> Input.list(Arrays.asList("a", null), "items", 2), "items");
        assertRefused(() -> Input.list(null, "items", 2), "items");
    }

    @Test
    void attributesKeepTheirOrder() {
        Map<String, String> source = new LinkedHashMap<>();
        source.put("z", "last");
        source.put("a", "first");
        Map<String, String> copy = Input.attributes(source, "attributes", 2);
        source.clear();
        assertThat(copy.keySet()).containsExactly("z", "a");
        assertThat(copy).isUnmodifiable();
    }

    @Test
    void attributesAreChecked() {
        assertRefused(() -> Input.attributes(Map.of("a", "1", "b", "2", "c", "3"), "attributes", 2), "attributes");
        assertRefused(() -> Input.attributes(Map.of("\u00e9", "1"), "attributes", 2), "attributes");
        assertRefused(() -> Input.attributes(Map.of("a".repeat(65), "1"), "attributes", 2), "attributes");
        assertRefused(() -> Input.attributes(Map.of("a", "1".repeat(257)), "attributes", 2), "attributes");
        assertRefused(() -> Input.attributes(Map.of("card", "4111111111111111"), "attributes", 2), "attributes");
        Map<String, String> withNull = new HashMap<>();
        withNull.put("a", null);
        assertRefused(() -> Input.attributes(withNull, "attributes", 2), "attributes");
        assertRefused(() -> Input.attributes(null, "attributes", 2), "attributes");
    }

    @ParameterizedTest
    @CsvSource({
        "time-out,         time-out",
        "'',               ''",
        "' ',              ' '",
        "'a\u0000b\nc\u0085', 'a b c '",
        "0123456789,       0123456789",
        "0123456789a,      0123456789",
        "01234567\ud83d\ude00, 01234567\ud83d\ude00",
        "012345678\ud83d\ude00, 012345678",
    })
    void anExcerptIsWhatCanBeKeptOfAText(String text, String kept) {
        assertThat(Input.excerpt(text, "reason", 10)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void anExcerptIsValidUnicode(String text) {
        String kept = Input.excerpt(text, "reason", 10);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(kept)).isTrue();
        assertThat(kept).contains("\ufffd").hasSameSizeAs(text);
    }

    @Test
    void anErrorNamesTheFieldAndNeverTheValue() {
        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> Input.identifier("SeCrEt\u00e9", "session", 64));
        assertThat(refused).hasMessage("session: must be printable ASCII");
        assertThat(refused.reason()).isEqualTo("must be printable ASCII");
        assertThat(refused.code()).isEqualTo("invalid-input");
        assertThat(refused.retryable()).isFalse();
        assertThatThrownBy(() -> Input.that(false, "total", "must fit")).hasMessage("total: must fit");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field) {
        var refused = catchThrowableOfType(InvalidInputException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.field()).isEqualTo(field);
    }
}
