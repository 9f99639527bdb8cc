package dev.inverterflow.snowflake.local.persistence;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTypeResolverBuilder;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.ast.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Objects of the catalog as JSON. They are records of records, and syntax trees where Snowflake would keep a text; where a
 * component is of a sealed type, the class of the value is written along.
 */
final class CatalogJson {

    private static final String ROOT = "dev.inverterflow.snowflake.local.";

    private final ObjectMapper mapper = mapper();

    String write(Object object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(object.getClass().getSimpleName() + " cannot be written as JSON", defect);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(
                    "an entry of the catalog cannot be read as " + type.getSimpleName(), damaged);
        }
    }

    private static ObjectMapper mapper() {
        PolymorphicTypeValidator ownOnly =
                BasicPolymorphicTypeValidator.builder().allowIfSubType(ROOT).build();
        ObjectMapper mapper = JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(times())
                .build();
        return mapper.setDefaultTyping(new OwnAbstractTypes(ownOnly)
                .init(JsonTypeInfo.Id.CLASS, null)
                .inclusion(JsonTypeInfo.As.WRAPPER_ARRAY));
    }

    private static SimpleModule times() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Span.class, new SpanText());
        module.addDeserializer(Span.class, new SpanOfText());
        text(module, Instant.class, Instant::parse);
        text(module, Duration.class, Duration::parse);
        text(module, ZoneId.class, ZoneId::of);
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Parsed<>(type, parse));
    }

    private static final class Parsed<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }

    /** A place in a statement as its own text and position, since the whole statement would be written with each. */
    private static final class SpanText extends StdSerializer<Span> {

        private static final long serialVersionUID = 1L;

        SpanText() {
            super(Span.class);
        }

        @Override
        public void serialize(Span span, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            json.writeString(span.text());
            json.writeNumber(span.position().line());
            json.writeNumber(span.position().column());
            json.writeEndArray();
        }
    }

    private static final class SpanOfText extends StdDeserializer<Span> {

        private static final long serialVersionUID = 1L;

        SpanOfText() {
            super(Span.class);
        }

        @Override
        public Span deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode parts = json.readValueAsTree();
            String text = parts.get(0).asText();
            Position position = new Position(parts.get(1).asInt(), parts.get(2).asInt());
            return new Span(text, 0, text.length(), position);
        }
    }

    /** Names the class where the declared type is one of ours and says too little. */
    private static final class OwnAbstractTypes extends DefaultTypeResolverBuilder {

        private static final long serialVersionUID = 1L;

        OwnAbstractTypes(PolymorphicTypeValidator validator) {
            super(DefaultTyping.OBJECT_AND_NON_CONCRETE, validator);
        }

        @Override
        public boolean useForType(JavaType type) {
            return type.isAbstract()
                    && !type.isEnumType()
                    && !type.isContainerType()
                    && type.getRawClass().getName().startsWith(ROOT);
        }
    }
}
