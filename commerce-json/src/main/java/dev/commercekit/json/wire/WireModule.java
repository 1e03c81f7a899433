package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Jackson which types have a form of our own, and which reader and writer each of them gets. */
public final class WireModule extends Module {

    /** Creates the module; it has no options. */
    public WireModule() {}

    @Override
    public String getModuleName() {
        return "dev.commercekit.json";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        TypeFactory types = context.getTypeFactory();
        context.addSerializers(new Writers(false));
        context.addKeySerializers(new Writers(true));
        context.addDeserializers(new Readers());
        context.addKeyDeserializers((type, config, description) -> keyReader(type, types));
    }

    private static @Nullable KeyDeserializer keyReader(JavaType type, TypeFactory types) {
        return TextForm.of(type, types)
                .map(form -> new TextReader(form).ofKeys())
                .orElse(null);
    }

    private static final class Writers extends Serializers.Base {

        private final boolean keys;

        Writers(boolean keys) {
            this.keys = keys;
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            TypeFactory types = config.getTypeFactory();
            JsonSerializer<?> text = TextForm.of(type, types)
                    .map(form -> new TextWriter(form, keys))
                    .orElse(null);
            boolean isSealed = TypeNames.isSealedOverRecords(type.getRawClass());
            if (text != null || !type.isRecordType() && !isSealed) {
                return text;
            }
            if (keys) {
                throw new IllegalArgumentException("only what is written as text can be a key: " + type);
            }
            return isSealed ? new SealedWriter(type) : new RecordWriter(type, RecordShape.of(type, types));
        }

        @Override
        public @Nullable JsonSerializer<?> findCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                @Nullable TypeSerializer elementType,
                @Nullable JsonSerializer<Object> element) {
            return type.isTypeOrSubTypeOf(Set.class) ? new SetWriter() : null;
        }
    }

    private static final class Readers extends Deserializers.Base {

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return TextForm.ofEnum(type).map(TextReader::new).orElse(null);
        }

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            TypeFactory types = config.getTypeFactory();
            JsonDeserializer<?> text =
                    TextForm.of(type, types).map(TextReader::new).orElse(null);
            if (text != null) {
                return text;
            }
            if (type.isRecordType()) {
                return new RecordReader(type, RecordShape.of(type, types));
            }
            return TypeNames.isSealedOverRecords(type.getRawClass()) ? new SealedReader(type) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
            return valueType.isRecord() || valueType.isEnum() || valueType.isSealed();
        }
    }
}
