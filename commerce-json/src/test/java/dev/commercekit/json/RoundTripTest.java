package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.commercekit.catalog.Sku;
import dev.commercekit.json.wire.TypeNames;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    /** Surely there; raise it as the api grows. */
    private static final int TYPES_FLOOR = 110;

    private static final int SAMPLES = 30;

    @Test
    void theWholeApiIsSeen() {
        assertThat(ApiTypes.all()).hasSizeGreaterThanOrEqualTo(TYPES_FLOOR);
        assertThat(ApiTypes.onTheWire()).hasSizeGreaterThanOrEqualTo(TYPES_FLOOR * 2 / 3);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyValueIsReadAsItWasWritten(Class<?> type) {
        JsonCodec<Object> codec = codec(type);
        long seed = new Random().nextLong();
        Samples samples = Samples.random(seed);
        for (int i = 0; i < SAMPLES; i++) {
            Object value = samples.of(type);
            String json = codec.write(value);
            assertThat(codec.read(json)).as("seed %d: %s", seed, json).isEqualTo(value);
            assertThat(new String(codec.writeBytes(value), StandardCharsets.UTF_8))
                    .as("seed %d: text and bytes", seed)
                    .isEqualTo(json);
            assertThat(codec.write(codec.read(codec.writeBytes(value))))
                    .as("seed %d", seed)
                    .isEqualTo(json);
        }
    }

    @Test
    void everyCaseOfTheApiHasAPinnedName() {
        List<Class<?>> cases = ApiTypes.onTheWire().stream()
                .filter(type -> TypeNames.of(type).isPresent())
                .toList();
        assertThat(TypeNames.pinned()).containsExactlyInAnyOrderElementsOf(cases);
    }

    static List<Class<?>> types() {
        return ApiTypes.onTheWire();
    }

    /** Generic records are tried with SKUs in place of their parameters. */
    static JsonCodec<Object> codec(Class<?> type) {
        List<JavaType> arguments = Collections.nCopies(
                type.getTypeParameters().length, TypeFactory.defaultInstance().constructType(Sku.class));
        return CommerceJson.codec((java.lang.reflect.Type)
                TypeFactory.defaultInstance().constructParametricType(type, arguments.toArray(JavaType[]::new)));
    }
}
