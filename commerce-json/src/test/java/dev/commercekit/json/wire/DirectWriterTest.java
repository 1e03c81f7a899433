package dev.commercekit.json.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.commercekit.json.CommerceJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mapper writes is the rule; that all types of the api keep it, the round trips show. */
class DirectWriterTest {

    private static final JsonMapper MAPPER = CommerceJson.mapper();

    private record Tree(String text, List<Tree> below, Map<String, Long> counts, Optional<Boolean> ripe) {}

    private record Left(OptionalLong tothemapper) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"\\/", "\b\t\n\f\r", "\u0000\u001f\u007f\u2028", "naïve ☃ \ud83d\ude00"})
    void textIsEscapedAsTheMapperDoes(String text) throws Exception {
        Tree tree = new Tree(
                text,
                List.of(new Tree("a", List.of(), Map.of(), Optional.of(true))),
                Map.of(text, -1L),
                Optional.empty());

        assertThat(writer(Tree.class).orElseThrow().write(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
    }

    @Test
    void whatIsLeftToTheMapperHasNone() {
        assertThat(writer(Left.class)).isEmpty();
        assertThat(writer(Object.class)).isEmpty();
    }

    private static Optional<DirectWriter> writer(Class<?> type) {
        return DirectWriter.of(MAPPER.constructType(type), MAPPER.getTypeFactory());
    }
}
