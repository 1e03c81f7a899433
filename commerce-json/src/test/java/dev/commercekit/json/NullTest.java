package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.InvalidInputException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every value of the api refuses null in each component, by an error that names a field. */
class NullTest {

    /** Surely there; raise it as the api grows. */
    private static final int COMPONENTS_FLOOR = 180;

    @Test
    void nullIsRefusedInEveryComponent() {
        List<String> accepted = new ArrayList<>();
        int tried = 0;
        for (Class<?> type : records()) {
            Object[] components = Samples.full(1).componentsOf(type);
            for (int i = 0; i < components.length; i++) {
                RecordComponent component = type.getRecordComponents()[i];
                if (!component.getType().isPrimitive()) {
                    tried++;
                    Object[] holed = components.clone();
                    holed[i] = null;
                    String found = outcome(type, holed);
                    if (!found.isEmpty()) {
                        accepted.add(type.getName() + "." + component.getName() + found);
                    }
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(COMPONENTS_FLOOR);
    }

    private static List<Class<?>> records() {
        return ApiTypes.onTheWire().stream().filter(Class::isRecord).toList();
    }

    private static String outcome(Class<?> type, Object[] components) {
        try {
            Samples.make(type, components);
            return " accepts null";
        } catch (InvalidInputException refused) {
            return refused.field().isBlank() ? " names no field" : "";
        } catch (RuntimeException other) {
            return " throws " + other.getClass().getSimpleName();
        }
    }
}
