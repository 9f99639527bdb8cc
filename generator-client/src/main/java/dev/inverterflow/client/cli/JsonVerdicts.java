package dev.inverterflow.client.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.client.validate.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** One JSON object on a line for each record, valid or not. */
final class JsonVerdicts extends VerdictWriter {
    private static final String VALID = "VALID";

    private final PrintWriter out;
    private final JsonFactory json = new JsonFactory();

    JsonVerdicts(PrintWriter out) {
        this.out = out;
    }

    @Override
    void print(Path file, long index, List<Violation> violations) {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            generator.writeStringField("file", file.toString());
            generator.writeNumberField("index", index);
            generator.writeStringField(
                    "verdict",
                    violations.isEmpty() ? VALID : violations.get(0).rule().name());
            generator.writeArrayFieldStart("violations");
            for (Violation violation : violations) {
                write(violation, generator);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        out.println(line);
    }

    private static void write(Violation violation, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("rule", violation.rule().name());
        generator.writeStringField(
                "field", violation.field() == null ? null : violation.field().jsonName());
        generator.writeFieldName("value");
        generator.writeRawValue(violation.valueJson());
        generator.writeEndObject();
    }

    @Override
    void end() {}
}
