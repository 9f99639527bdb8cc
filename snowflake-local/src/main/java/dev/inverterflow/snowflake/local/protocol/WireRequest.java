package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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

    static WireRequest read(HttpExchange exchange, ObjectMapper mapper) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return new WireRequest(
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                token(exchange.getRequestHeaders().getFirst("Authorization")),
                json(gzip ? unzip(bytes) : bytes, mapper));
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

    static SnowflakeException badRequest(String message) {
        return new SnowflakeException(390400, "08001", message);
    }

    private static byte[] unzip(byte[] bytes) throws IOException {
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unzipped.readAllBytes();
        }
    }

    private static JsonNode json(byte[] bytes, ObjectMapper mapper) throws IOException {
        return bytes.length == 0 ? MissingNode.getInstance() : mapper.readTree(bytes);
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
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
