package dev.inverterflow.deploy.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inventory as text, as the history keeps it. */
public final class InventoryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InventoryJson() {}

    public static String write(Inventory inventory) {
        ArrayNode objects = JSON.createArrayNode();
        for (ObjectState state : inventory.all()) {
            ObjectNode object = objects.addObject();
            object.put("kind", state.key().kind().name());
            object.put("name", state.key().name());
            object.put("owner", state.owner());
            ObjectNode definition = object.putObject("definition");
            state.definition().forEach(definition::put);
        }
        return objects.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws DeployException when it is something else
     */
    public static Inventory read(String text) {
        try {
            List<ObjectState> states = new ArrayList<>();
            for (JsonNode object : JSON.readTree(text)) {
                ObjectKey key = new ObjectKey(
                        ObjectKind.valueOf(object.path("kind").asText()),
                        object.path("name").asText());
                Map<String, String> definition = new LinkedHashMap<>();
                object.path("definition")
                        .properties()
                        .forEach(field ->
                                definition.put(field.getKey(), field.getValue().asText()));
                states.add(new ObjectState(key, object.path("owner").asText(), definition));
            }
            return new Inventory(states);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new DeployException(
                    ExitCode.REFUSED,
                    "the definitions recorded after the last apply cannot be read; were they written by a newer deploy?",
                    e);
        }
    }
}
