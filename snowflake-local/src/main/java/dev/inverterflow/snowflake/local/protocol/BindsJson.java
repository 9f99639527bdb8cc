package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the binds of a query request. */
final class BindsJson {

    private BindsJson() {}

    static Binds read(JsonNode bindings) {
        if (bindings.isEmpty()) {
            return Binds.NONE;
        }
        List<Bind> positions = new ArrayList<>();
        for (int position = 1; position <= bindings.size(); position++) {
            JsonNode bind = bindings.path(String.valueOf(position));
            if (!bind.isObject()) {
                throw WireRequest.badRequest("The bind at position " + position + " is missing or no object.");
            }
            positions.add(new Bind(WireRequest.text(bind, "type").orElse("ANY"), values(bind.path("value"), position)));
        }
        return binds(positions);
    }

    private static Binds binds(List<Bind> positions) {
        int rows = positions.get(0).values().size();
        for (Bind bind : positions) {
            if (bind.values().size() != rows) {
                throw WireRequest.badRequest("The binds do not all have " + rows + " rows.");
            }
        }
        return new Binds(positions, rows);
    }

    private static List<@Nullable String> values(JsonNode value, int position) {
        List<@Nullable String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(text(element, position)));
        } else {
            texts.add(text(value, position));
        }
        if (texts.isEmpty()) {
            throw WireRequest.badRequest("The bind at position " + position + " has no values.");
        }
        return Collections.unmodifiableList(texts);
    }

    private static @Nullable String text(JsonNode value, int position) {
        if (value.isContainerNode()) {
            throw WireRequest.badRequest("A value of the bind at position " + position + " is not a text.");
        }
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }
}
