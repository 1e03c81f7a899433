package dev.commercekit.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void requestsThatDifferHaveDifferentFingerprints() {
        assertThat(Stream.of(
                        Fingerprint.v1(),
                        Fingerprint.v1().field("a", "1"),
                        Fingerprint.v1().field("a", 1),
                        Fingerprint.v1().field("b", "1"),
                        Fingerprint.v1().field("a", ""),
                        Fingerprint.v1().field("a", Optional.empty()),
                        Fingerprint.v1().field("a", List.of()),
                        Fingerprint.v1().field("a", List.of("")),
                        Fingerprint.v1().field("a", List.of("bc", "d")),
                        Fingerprint.v1().field("a", List.of("b", "cd")),
                        Fingerprint.v1().field("a", List.of("b", "c", "d")),
                        Fingerprint.v1().field("a", "1").field("b", "2"),
                        Fingerprint.v1().field("a", "11:b1:2"),
                        Fingerprint.v1().field("a", "1").field("b", 2)))
                .extracting(Fingerprint::text)
                .doesNotHaveDuplicates();
    }

    @Test
    void equalRequestsHaveEqualFingerprints() {
        assertThat(Fingerprint.v1().field("a", Optional.of("x")).text())
                .isEqualTo(Fingerprint.v1().field("a", "x").text());
    }

    @Test
    void aStoredFingerprintIsStillRecognised() {
        assertThat(Fingerprint.v1()
                        .field("sku", "a b")
                        .field("quantity", 5)
                        .field("lines", List.of("x", "ü"))
                        .text())
                .isEqualTo("v1:b72d20373fd0d7263baa2a5b7aee1c5f");
    }
}
