package dev.inverterflow.client.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that was parsed from JSON, whoever wrote it; any JSON value, since others may write anything. */
public record JsonRecord(JsonNode node) implements SendableRecord {
    @Override
    public boolean isObject() {
        return node instanceof ObjectNode;
    }

    @Override
    public Content content(Field field) {
        JsonNode value = value(field);
        return switch (value.getNodeType()) {
            case MISSING, NULL -> Content.ABSENT;
            case NUMBER -> Content.NUMBER;
            case STRING -> Content.TEXT;
            case ARRAY, BINARY, BOOLEAN, OBJECT, POJO -> Content.OTHER;
        };
    }

    @Override
    public double number(Field field) {
        return value(field).doubleValue();
    }

    @Override
    public String text(Field field) {
        return value(field).textValue();
    }

    @Override
    public String json(Field field) {
        if (!isObject()) {
            return node.toString();
        }
        JsonNode value = value(field);
        return value.isMissingNode() ? "null" : value.toString();
    }

    @Override
    public void appendTo(JsonBuffer buffer) {
        buffer.append(node.toString());
    }

    private JsonNode value(Field field) {
        JsonNode value = node.get(field.jsonName());
        return value == null ? MissingNode.getInstance() : value;
    }
}
