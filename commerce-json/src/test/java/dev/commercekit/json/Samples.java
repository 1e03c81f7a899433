package dev.commercekit.json;

import dev.commercekit.InvalidInputException;
import dev.commercekit.catalog.Sku;
import dev.commercekit.json.wire.TypeNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes values of any type of the api from a seed, by the types of the components; where a record's own checks refuse them it
 * tries again, and where chance would not do, {@link SampleRules} says how.
 */
final class Samples {

    private static final int TRIES = 1_000;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~-";

    private final Random random;
    private final boolean full;
    private final Map<Class<?>, Function<Samples, Object>> rules = new HashMap<>(SampleRules.ALL);

    private Samples(long seed, boolean full) {
        this.random = new Random(seed);
        this.full = full;
    }

    /** Everything may be empty, and any case may come. */
    static Samples random(long seed) {
        return new Samples(seed, false);
    }

    /** Nothing is empty, collections have one element, and of a sealed type the first case comes. */
    static Samples full(long seed) {
        return new Samples(seed, true);
    }

    /** From here on, makes values of this type so. */
    Samples with(Class<?> type, Function<Samples, Object> rule) {
        rules.put(type, rule);
        return this;
    }

    <T> T a(Class<T> type) {
        return type.cast(of(type));
    }

    long number(long most) {
        return 1L + random.nextInt((int) most);
    }

    String text() {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> LETTERS.charAt(random.nextInt(LETTERS.length())) + "")
                .reduce("", String::concat);
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof TypeVariable) {
            return of(Sku.class);
        }
        Class<?> raw = (Class<?>) type;
        if (rules.containsKey(raw)) {
            return rules.get(raw).apply(this);
        }
        if (raw.isRecord()) {
            return record(raw);
        }
        if (raw.isEnum()) {
            return oneOf(List.of(raw.getEnumConstants()));
        }
        return raw.isSealed() ? of(oneOf(TypeNames.leaves(raw))) : scalar(raw);
    }

    /** Returns the components of a valid record, in order. */
    Object[] componentsOf(Class<?> record) {
        Object valid = of(record);
        return Stream.of(record.getRecordComponents())
                .map(component -> read(component, valid))
                .toArray();
    }

    /** Makes a record through its canonical constructor; what that throws comes through. */
    static Object make(Class<?> record, Object... components) {
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(Stream.of(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(components);
        } catch (InvocationTargetException refused) {
            throw (RuntimeException) refused.getCause();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object record(Class<?> type) {
        InvalidInputException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return make(
                        type,
                        Stream.of(type.getRecordComponents())
                                .map(component -> of(component.getGenericType()))
                                .toArray());
            } catch (InvalidInputException refused) {
                last = refused;
            }
        }
        throw new IllegalStateException("needs a rule in SampleRules: " + type.getName(), last);
    }

    private Object container(Class<?> raw, Type[] arguments) {
        int size = full ? 1 : random.nextInt(3);
        if (raw == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(of(arguments[0]));
        }
        if (raw == List.class) {
            return IntStream.range(0, size).mapToObj(i -> of(arguments[0])).toList();
        }
        if (raw == Set.class) {
            Set<Object> set = new LinkedHashSet<>();
            IntStream.range(0, size).forEach(i -> set.add(of(arguments[0])));
            return set;
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            IntStream.range(0, size).forEach(i -> map.put(of(arguments[0]), of(arguments[1])));
            return map;
        }
        return of(raw);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == long.class || type == Long.class) {
            return number(1_000);
        }
        if (type == int.class || type == Integer.class) {
            return (int) number(1_000);
        }
        if (type == boolean.class || type == Boolean.class) {
            return full || random.nextBoolean();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    1_700_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000) * 1_000L);
        }
        if (type == Duration.class) {
            return Duration.ofMillis(number(100_000_000));
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(number(1_000_000), 2);
        }
        if (type == Currency.class) {
            return Currency.getInstance("GBP");
        }
        if (type == URI.class) {
            return URI.create("https://example.com/" + number(1_000));
        }
        throw new IllegalStateException("no samples of " + type.getName());
    }

    private <T> T oneOf(List<T> values) {
        return values.get(full ? 0 : random.nextInt(values.size()));
    }
}
