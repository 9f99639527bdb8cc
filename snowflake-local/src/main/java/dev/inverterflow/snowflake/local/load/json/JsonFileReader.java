package dev.inverterflow.snowflake.local.load.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.inverterflow.snowflake.local.function.runtime.JsonFault;
import dev.inverterflow.snowflake.local.function.runtime.JsonNumber;
import dev.inverterflow.snowflake.local.function.runtime.JsonText;
import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the JSON values of a file, each as the canonical text that a VARIANT is stored as. One value is held at a time, never
 * the file.
 */
final class JsonFileReader {
    /** Largest VARIANT, 128 MiB. */
    static final int MAX_VALUE_BYTES = 128 * 1024 * 1024;

    private static final int MAX_DEPTH = 1000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_VALUE_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .build();

    private final JsonFormat format;

    JsonFileReader(JsonFormat format) {
        this.format = format;
    }

    /**
     * Hands each row over in the order of the file.
     *
     * @throws FileFormatException if the content is no JSON; rows before the fault have been handed over
     */
    void read(InputStream content, RowSink rows) throws IOException {
        try (var parser = parser(new CommasBetweenValues(content))) {
            parser.configure(
                    StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(),
                    format.duplicates() == JsonFormat.Duplicates.REFUSED);
            readDocuments(parser, rows);
        } catch (JsonProcessingException malformed) {
            throw asFormatException(malformed);
        }
    }

    /** Bytes that are no UTF-8 are Jackson's to tell, with their place, unless they are replaced before it sees them. */
    private JsonParser parser(InputStream content) throws IOException {
        return format.encoding().invalid() == TextEncoding.Invalid.FAULT
                ? JSON.createParser(content)
                : JSON.createParser(format.encoding().read(content));
    }

    private void readDocuments(JsonParser parser, RowSink rows) throws IOException {
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.START_ARRAY
                    && format.outerArray() == JsonFormat.OuterArray.STRIPPED) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    rows.row(List.of(value(parser)), null);
                }
            } else {
                rows.row(List.of(value(parser)), null);
            }
        }
    }

    private String value(JsonParser parser) throws IOException {
        var text = new StringBuilder();
        write(parser, text);
        if (text.length() > MAX_VALUE_BYTES) {
            throw new FileFormatException(
                    FileError.MALFORMED_JSON,
                    "Max LOB size (" + MAX_VALUE_BYTES + ") exceeded, actual size of parsed column is " + text.length(),
                    1,
                    1,
                    1,
                    1);
        }
        return text.toString();
    }

    private void write(JsonParser parser, StringBuilder text) throws IOException {
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            writeObject(parser, text);
        } else if (token == JsonToken.START_ARRAY) {
            writeArray(parser, text);
        } else if (token == JsonToken.VALUE_STRING) {
            text.append(JsonText.quote(parser.getText()));
        } else if (token.isNumeric()) {
            text.append(JsonNumber.canonical(parser.getText()));
        } else {
            text.append(JsonText.isMissing(parser) ? "undefined" : parser.getText());
        }
    }

    private void writeObject(JsonParser parser, StringBuilder text) throws IOException {
        var fields = new TreeMap<String, String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            JsonText.nextMember(parser);
            if (parser.currentToken() == JsonToken.VALUE_NULL
                    && format.nullFields() == JsonFormat.NullFields.STRIPPED) {
                fields.remove(name);
            } else {
                var value = new StringBuilder();
                write(parser, value);
                fields.put(name, value.toString());
            }
        }
        text.append('{');
        var separator = "";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            text.append(separator);
            text.append(JsonText.quote(field.getKey())).append(':').append(field.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void writeArray(JsonParser parser, StringBuilder text) throws IOException {
        text.append('[');
        var separator = "";
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_NULL
                    && !JsonText.isMissing(parser)
                    && format.nullFields() == JsonFormat.NullFields.STRIPPED) {
                continue;
            }
            text.append(separator);
            write(parser, text);
            separator = ",";
        }
        text.append(']');
    }

    private static FileFormatException asFormatException(JsonProcessingException malformed) {
        var at = malformed.getLocation();
        long line = at == null ? 1 : Math.max(1, at.getLineNr());
        long character = at == null ? 1 : Math.max(1, at.getColumnNr());
        return new FileFormatException(
                FileError.MALFORMED_JSON,
                "Error parsing JSON: " + JsonFault.reason(malformed) + ", line " + line + ", pos " + character,
                line,
                character,
                1,
                line);
    }
}
