package dev.inverterflow.snowflake.local.task.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a graph, a JSON object.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/execute-task">EXECUTE TASK, USING CONFIG</a>
 */
public final class GraphConfig {
    private static final JsonMapper JSON = new JsonMapper();
    /** {@code a.b}, {@code a["b"]} and {@code a[0]}, as in GET_PATH. */
    private static final Pattern STEP =
            Pattern.compile("\\G(?:^|\\.|(?=\\[))(?:([\\w$]+)|\\[(\\d+)]|\\[['\"]([^'\"]+)['\"]])");

    private GraphConfig() {}

    /** The default with what one execution says in its place, field by field, also inside of objects. */
    static @Nullable String merged(@Nullable String standing, @Nullable String given) {
        if (standing == null || given == null) {
            return given == null ? standing : given;
        }
        return merge(read(standing), read(given)).toString();
    }

    /**
     * A value of a configuration as text.
     *
     * @param path as in GET_PATH
     * @return empty if nothing is there
     */
    public static Optional<String> value(String config, String path) {
        JsonNode node = read(config);
        var step = STEP.matcher(path);
        int end = 0;
        while (end < path.length() && step.find(end)) {
            node = step.group(2) != null
                    ? node.path(Integer.parseInt(step.group(2)))
                    : node.path(step.group(1) == null ? step.group(3) : step.group(1));
            end = step.end();
        }
        if (end < path.length()) {
            throw Errors.invalidValue(path, "configuration_path");
        }
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(node.isValueNode() ? node.asText() : node.toString());
    }

    private static JsonNode merge(JsonNode standing, JsonNode given) {
        if (standing instanceof ObjectNode into && given.isObject()) {
            given.fields()
                    .forEachRemaining(field -> into.set(
                            field.getKey(),
                            into.has(field.getKey())
                                    ? merge(into.get(field.getKey()), field.getValue())
                                    : field.getValue()));
            return into;
        }
        return given;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw Errors.internal("a configuration that was checked is no JSON", malformed);
        }
    }
}
