package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** The array of parameters that drivers are told at login and after each statement. */
final class ParameterJson {

    private ParameterJson() {}

    static void write(JsonGenerator json, Map<String, Object> parameters) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.getKey());
            json.writeObjectField("value", parameter.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
