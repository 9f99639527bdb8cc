package dev.inverterflow.snowflake.local.function.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PARSE_URL.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/parse_url">PARSE_URL</a>
 */
final class Urls {
    private static final String NO_SCHEME = "scheme not specified";

    private Urls() {}

    /**
     * The parts of a URL as an object; what it does not have is a JSON null.
     *
     * @param permissive whether a text that is no URL gives an object with its error
     */
    static String parse(String url, boolean permissive) {
        int colon = url.indexOf(':');
        if (colon < 1 || !url.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            if (permissive) {
                return JsonText.object(new TreeMap<>(Map.of("error", JsonText.quote(NO_SCHEME))));
            }
            throw ValueErrors.invalidUrl(NO_SCHEME);
        }
        String rest = url.substring(colon + 1);
        @Nullable String fragment = behind(rest, '#');
        rest = before(rest, '#');
        @Nullable String query = behind(rest, '?');
        rest = before(rest, '?');
        @Nullable String authority = null;
        if (rest.startsWith("//")) {
            authority = before(rest.substring(2), '/');
            rest = rest.substring(2 + authority.length());
            rest = rest.startsWith("/") ? rest.substring(1) : rest;
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put("scheme", JsonText.quote(url.substring(0, colon)));
        parts.put("host", text(authority == null ? null : host(authority)));
        parts.put("port", text(authority == null ? null : port(authority)));
        parts.put("path", JsonText.quote(rest));
        parts.put("query", text(query));
        parts.put("fragment", text(fragment));
        parts.put("parameters", query == null ? JsonText.NULL : parameters(query));
        return JsonText.object(parts);
    }

    private static String parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&")) {
            @Nullable String value = behind(pair, '=');
            if (!pair.isEmpty()) {
                parameters.put(before(pair, '='), text(value));
            }
        }
        return JsonText.object(parameters);
    }

    /** A user and password stay part of the host; only digits behind the last colon are a port. */
    private static String host(String authority) {
        String port = port(authority);
        return port == null ? authority : authority.substring(0, authority.length() - port.length() - 1);
    }

    private static @Nullable String port(String authority) {
        int colon = authority.lastIndexOf(':');
        String port = authority.substring(colon + 1);
        return colon >= 0 && port.matches("[0-9]+") ? port : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? JsonText.NULL : JsonText.quote(value);
    }

    private static @Nullable String behind(String text, char mark) {
        int place = text.indexOf(mark);
        return place < 0 ? null : text.substring(place + 1);
    }

    private static String before(String text, char mark) {
        int place = text.indexOf(mark);
        return place < 0 ? text : text.substring(0, place);
    }
}
