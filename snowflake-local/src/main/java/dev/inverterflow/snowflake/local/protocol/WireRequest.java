package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as endpoints see it: its body is read to the end before anything else happens, because a connection with an
 * unread body is lost to the client.
 *
 * @param path the path without the query
 * @param parameters the parameters of the query
 * @param token the token of the Authorization header, empty without one
 * @param body the JSON of the body, missing if there is none
 */
record WireRequest(String path, Map<String, String> parameters, String token, JsonNode body) {

    private static final String TOKEN_PREFIX = "Snowflake Token=\"";

    static WireRequest read(HttpExchange exchange, RequestBody body) throws IOException {
        JsonNode json = body.read(exchange);
        return new WireRequest(
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                token(exchange.getRequestHeaders().getFirst("Authorization")),
                json);
    }

    /** A parameter of the query. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** The last part of the path, or an earlier one: 0 is the last. */
    String pathPartFromEnd(int index) {
        String[] parts = path.split("/");
        if (index >= parts.length) {
            throw badRequest("The path " + path + " is too short.");
        }
        return parts[parts.length - 1 - index];
    }

    /**
     * A text of the body.
     *
     * @throws SnowflakeException if it is there and no text
     */
    static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(field, "a text");
        }
        return Optional.of(value.textValue());
    }

    /**
     * A truth value of the body, false if it is not there.
     *
     * @throws SnowflakeException if it is there and no truth value
     */
    static boolean flag(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrongType(field, "true or false");
        }
        return value.booleanValue();
    }

    /**
     * An object of the body, missing if it is not there.
     *
     * @throws SnowflakeException if it is there and no object
     */
    static JsonNode object(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return MissingNode.getInstance();
        }
        if (!value.isObject()) {
            throw wrongType(field, "an object");
        }
        return value;
    }

    /**
     * Named settings of the body, by their names in upper case; null values are left out. Drivers send objects under names that
     * only Snowflake knows; such a value is its JSON, which no parameter but a text takes.
     */
    static Map<String, String> settings(JsonNode object, String field) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> setting : object(object, field).properties()) {
            JsonNode value = setting.getValue();
            if (!value.isNull()) {
                values.put(
                        setting.getKey().toUpperCase(Locale.ROOT),
                        value.isContainerNode() ? value.toString() : value.asText());
            }
        }
        return values;
    }

    private static SnowflakeException wrongType(String field, String wanted) {
        return badRequest("The field " + field + " of the request is not " + wanted + ".");
    }

    static SnowflakeException badRequest(String message) {
        return new SnowflakeException(390400, "08001", message);
    }

    private static String token(@Nullable String header) {
        return header != null && header.startsWith(TOKEN_PREFIX) && header.endsWith("\"")
                ? header.substring(TOKEN_PREFIX.length(), header.length() - 1)
                : "";
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw badRequest("The query of the address is malformed: " + malformed.getMessage());
        }
    }
}
