package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the protocol's envelope.
 *
 * @param data writes the value of {@code data}
 * @param code the error's or state's code, null for none
 * @param message its text, null for none
 * @param success whether the request succeeded
 */
record Reply(Data data, @Nullable String code, @Nullable String message, boolean success) {

    /** Writes one JSON value. */
    interface Data {
        Data NULL = JsonGenerator::writeNull;

        void write(JsonGenerator json) throws IOException;
    }

    static Reply ok() {
        return ok(Data.NULL);
    }

    static Reply ok(Data data) {
        return new Reply(data, null, null, true);
    }

    /** A success that carries a code: the query goes on. */
    static Reply pending(String code, String message, Data data) {
        return new Reply(data, code, message, true);
    }

    static Reply error(String code, String message, Data data) {
        return new Reply(data, code, message, false);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("data");
        data.write(json);
        json.writeStringField("code", code);
        json.writeStringField("message", message);
        json.writeBooleanField("success", success);
        json.writeEndObject();
    }
}
