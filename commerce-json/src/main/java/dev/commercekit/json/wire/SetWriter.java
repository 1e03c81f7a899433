package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a set in the order of its elements if they have one: the JDK's own sets iterate differently in each process. */
final class SetWriter extends StdSerializer<Set<?>> {

    private static final long serialVersionUID = 1L;

    SetWriter() {
        super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator generator, SerializerProvider provider) throws IOException {
        Stream<?> ordered = haveOneOrder(set) ? set.stream().sorted() : set.stream();
        generator.writeStartArray(set, set.size());
        for (Object element : ordered.toList()) {
            provider.findValueSerializer(element.getClass(), null).serialize(element, generator, provider);
        }
        generator.writeEndArray();
    }

    private static boolean haveOneOrder(Set<?> set) {
        return set.stream().allMatch(Comparable.class::isInstance)
                && set.stream().map(SetWriter::kind).distinct().count() == 1;
    }

    private static Class<?> kind(Object element) {
        return element instanceof Enum<?> constant ? constant.getDeclaringClass() : element.getClass();
    }
}
