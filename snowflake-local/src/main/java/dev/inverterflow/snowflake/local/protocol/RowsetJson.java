package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.rows.Chunk;
import dev.inverterflow.snowflake.local.rows.FiledRows;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns and rows of a result. */
final class RowsetJson {

    private static final int BYTES_PER_CHARACTER = 4;

    private RowsetJson() {}

    static void write(JsonGenerator json, Result result, String chunkAddress) throws IOException {
        json.writeArrayFieldStart("rowtype");
        for (ResultColumn column : result.columns()) {
            writeColumn(json, column);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rowset");
        List<List<@Nullable String>> rows = result.rows();
        for (List<@Nullable String> row : rows instanceof FiledRows filed ? filed.first() : rows) {
            writeRow(json, row);
        }
        json.writeEndArray();
        if (rows instanceof FiledRows filed) {
            writeChunks(json, filed, chunkAddress);
        }
        json.writeNumberField("total", result.rows().size());
        json.writeNumberField("returned", result.rows().size());
    }

    private static void writeChunks(JsonGenerator json, FiledRows rows, String chunkAddress) throws IOException {
        json.writeArrayFieldStart("chunks");
        for (Chunk chunk : rows.chunks()) {
            json.writeStartObject();
            json.writeStringField("url", chunkAddress + chunk.name());
            json.writeNumberField("rowCount", chunk.rows());
            json.writeNumberField("compressedSize", chunk.compressedBytes());
            json.writeNumberField("uncompressedSize", chunk.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("chunkHeaders");
        json.writeEndObject();
    }

    private static void writeRow(JsonGenerator json, List<@Nullable String> row) throws IOException {
        json.writeStartArray();
        for (String value : row) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void writeColumn(JsonGenerator json, ResultColumn column) throws IOException {
        ResultColumn.Origin origin = column.origin();
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("database", origin == null ? "" : origin.database());
        json.writeStringField("schema", origin == null ? "" : origin.schema());
        json.writeStringField("table", origin == null ? "" : origin.table());
        json.writeBooleanField("nullable", column.nullable());
        writeType(json, column.type());
        json.writeNullField("collation");
        json.writeEndObject();
    }

    private static void writeType(JsonGenerator json, SnowflakeType type) throws IOException {
        json.writeStringField("type", type.kind().wireName());
        switch (type.kind()) {
            case FIXED -> writeSizes(json, null, null, type.precision(), type.scale());
            case TEXT -> writeSizes(json, type.length(), byteLength(type.length()), null, null);
            case NULL -> writeSizes(json, 0, 0, null, null);
            case BINARY -> writeSizes(json, type.length(), type.length(), null, null);
            case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> writeSizes(json, null, null, 0, type.scale());
            case REAL, BOOLEAN, DATE, VARIANT, OBJECT, ARRAY -> writeSizes(json, null, null, null, null);
        }
    }

    private static int byteLength(int characters) {
        return (int) Math.min((long) characters * BYTES_PER_CHARACTER, SnowflakeType.DEFAULT_TEXT_LENGTH);
    }

    private static void writeSizes(
            JsonGenerator json,
            @Nullable Integer length,
            @Nullable Integer byteLength,
            @Nullable Integer precision,
            @Nullable Integer scale)
            throws IOException {
        json.writeObjectField("length", length);
        json.writeObjectField("byteLength", byteLength);
        json.writeObjectField("precision", precision);
        json.writeObjectField("scale", scale);
    }
}
