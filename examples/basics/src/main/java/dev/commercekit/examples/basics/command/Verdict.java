package dev.commercekit.examples.basics.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a demo found out.
 *
 * @param values its figures by name; amounts are texts
 * @param invariants what must hold, by a name that says it, and whether it did
 */
public record Verdict(Map<String, Object> values, Map<String, Boolean> invariants) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Returns a measured figure as it is told to machines: with three decimals. */
    public static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }

    /** Returns whether everything held. */
    public boolean held() {
        return broken().isEmpty();
    }

    /** Returns the names of what did not hold. */
    public List<String> broken() {
        return invariants.entrySet().stream()
                .filter(invariant -> !invariant.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Writes one JSON object: the figures, then {@code invariants}. */
    public void writeTo(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("invariants", invariants);
        JSON.writeValue(file.toFile(), all);
    }
}
