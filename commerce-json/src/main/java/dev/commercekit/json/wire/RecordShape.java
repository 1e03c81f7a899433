package dev.commercekit.json.wire;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as reflection sees it: its components in order, how each is read and how a record is made of them. */
final class RecordShape {

    /** Every writer and reader of a record needs its shape, and to look a record over takes long. */
    private static final Map<JavaType, RecordShape> KNOWN = new ConcurrentHashMap<>();

    private final Class<?> type;
    private final List<String> names;
    private final List<JavaType> types;
    private final MethodHandle all;
    private final MethodHandle constructor;

    private RecordShape(JavaType record, TypeFactory typeFactory) {
        this.type = record.getRawClass();
        RecordComponent[] components = type.getRecordComponents();
        this.names = Stream.of(components).map(RecordComponent::getName).toList();
        this.types = Stream.of(components)
                .map(component -> typeFactory.resolveMemberType(component.getGenericType(), record.getBindings()))
                .toList();
        this.all = together(Stream.of(components)
                .map(component -> accessor(component.getAccessor()))
                .toArray(MethodHandle[]::new));
        this.constructor =
                constructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    static RecordShape of(JavaType record, TypeFactory typeFactory) {
        return KNOWN.computeIfAbsent(record, type -> new RecordShape(type, typeFactory));
    }

    /** Returns whether the record stands for its only component, a text named {@code value}. */
    static boolean isText(Class<?> type) {
        if (!type.isRecord() || TypeNames.of(type).isPresent()) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && components[0].getType() == String.class
                && components[0].getName().equals("value");
    }

    Class<?> type() {
        return type;
    }

    List<String> names() {
        return names;
    }

    List<JavaType> types() {
        return types;
    }

    /** Returns the name by which the record is told from other cases of a sealed type. */
    Optional<String> typeName() {
        Optional<String> name = TypeNames.of(type);
        if (name.isPresent() && names.contains(TypeNames.PROPERTY)) {
            throw new IllegalArgumentException(
                    "a component named type stands in the way of the type's name: " + type.getName());
        }
        return name;
    }

    /** Returns the components of a record in order; null is one that is null, against all rules. */
    @Nullable
    Object[] components(Object record) {
        try {
            return (Object[]) all.invokeExact(record);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** Returns what reads the only component of a record {@linkplain #isText that stands for it}. */
    Function<Object, String> onlyText() {
        Method accessor = type.getRecordComponents()[0].getAccessor();
        return type.getClassLoader() == RecordShape.class.getClassLoader() && isOpenToAll(accessor)
                ? called(accessor)
                : record -> (String) components(record)[0];
    }

    private static boolean isOpenToAll(Method accessor) {
        Class<?> record = accessor.getDeclaringClass();
        return Modifier.isPublic(record.getModifiers()) && record.getModule().isExported(record.getPackageName());
    }

    /** Makes a function of a public method, which is called as fast as written code. */
    @SuppressWarnings("unchecked")
    private static Function<Object, String> called(Method accessor) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            return (Function<Object, String>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            lookup.unreflect(accessor),
                            MethodType.methodType(String.class, accessor.getDeclaringClass()))
                    .getTarget()
                    .invokeExact();
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    Object make(Object[] components) {
        try {
            return (Object) constructor.invokeExact(components);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    private MethodHandle accessor(Method accessor) {
        try {
            return MethodHandles.lookup()
                    .unreflect(opened(accessor))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException closed) {
            throw closed(closed);
        }
    }

    /** One handle that reads all components: to call a handle that is no constant takes longer than to read a field. */
    private static MethodHandle together(MethodHandle[] accessors) {
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.length);
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(array, 0, accessors),
                MethodType.methodType(Object[].class, Object.class),
                new int[accessors.length]);
    }

    private MethodHandle constructor(Class<?>[] parameters) {
        try {
            Constructor<?> canonical = opened(type.getDeclaredConstructor(parameters));
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asType(MethodType.genericMethodType(parameters.length))
                    .asSpreader(Object[].class, parameters.length);
        } catch (IllegalAccessException closed) {
            throw closed(closed);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(
                    "a record without its canonical constructor: " + type.getName(), impossible);
        }
    }

    /** Public records in exported packages are accessible as they are; a failure shows when the handle is made. */
    private static <A extends AccessibleObject> A opened(A member) {
        member.trySetAccessible();
        return member;
    }

    private IllegalArgumentException closed(IllegalAccessException cause) {
        return new IllegalArgumentException(
                type.getName() + " is not accessible: its module must open " + type.getPackageName() + " to "
                        + "dev.commercekit.json",
                cause);
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
