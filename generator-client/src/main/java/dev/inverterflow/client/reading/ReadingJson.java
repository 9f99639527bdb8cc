package dev.inverterflow.client.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes readings as compact JSON objects; absent fields are left out. */
public final class ReadingJson {
    private static final int TYPICAL_SIZE = 320;

    private final JsonFactory json = new JsonFactory();

    /** The UTF-8 bytes of one reading's JSON object. */
    public byte[] bytes(Reading reading) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            write(reading, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Reading reading, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Field field : Field.values()) {
            switch (reading.content(field)) {
                case NUMBER -> {
                    generator.writeFieldName(field.jsonName());
                    generator.writeNumber(reading.decimal(field));
                }
                case TEXT -> generator.writeStringField(field.jsonName(), reading.text(field));
                case ABSENT, OTHER -> {}
            }
        }
        generator.writeEndObject();
    }
}
