package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** How the spool writes its own files. */
final class SpoolJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the spool's own record cannot be written as JSON", e);
        }
    }

    <T> T convert(JsonNode node, Class<T> kind) throws IOException {
        return mapper.treeToValue(node, kind);
    }

    <T> T read(byte[] bytes, Class<T> kind) throws IOException {
        T value = mapper.readValue(bytes, kind);
        if (value == null) {
            throw new IOException("JSON null where an object is needed");
        }
        return value;
    }
}
