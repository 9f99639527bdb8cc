package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Map;
import java.util.TreeMap;

/**
 * Semi-structured values as Snowflake shows them: floating-point numbers with fifteen decimals, and, in results, one
 * member or element per line, indented by two blanks. An element of XML is shown as XML, but for one inside an array or an
 * object.
 */
public final class VariantDisplay {
    private VariantDisplay() {}

    /**
     * The text that a driver receives for a VARIANT, OBJECT or ARRAY.
     *
     * @param canonical canonical JSON text, as stored
     */
    public static String pretty(String canonical) {
        if (XmlDisplay.isElement(canonical)) {
            return XmlDisplay.pretty(canonical);
        }
        var result = new StringBuilder(canonical.length() * 2);
        pretty(canonical, 0, result);
        return result.toString();
    }

    /** JSON text without blanks: dates, times and binary values are strings. */
    public static String json(String canonical) {
        if (canonical.indexOf(TypedScalar.MARK) < 0) {
            return canonical;
        }
        return switch (JsonKind.of(canonical)) {
            case OBJECT -> {
                Map<String, String> members = new TreeMap<>();
                new JsonReader(canonical).members().forEach((key, value) -> members.put(key, json(value)));
                yield JsonText.object(members);
            }
            case ARRAY ->
                JsonText.array(new JsonReader(canonical)
                        .elements().stream().map(VariantDisplay::json).toList());
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY ->
                JsonText.quote(TypedScalar.text(canonical));
            default -> canonical;
        };
    }

    /**
     * The way back: JSON text without blanks between its tokens.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException for XML, whose numbers may have been texts
     */
    public static String compact(String pretty) {
        if (pretty.startsWith("<")) {
            throw Errors.notSupported("a result of XML as rows of another query");
        }
        var compact = new StringBuilder(pretty.length());
        boolean inString = false;
        for (int at = 0; at < pretty.length(); at++) {
            char c = pretty.charAt(at);
            if (inString && c == '\\') {
                compact.append(c).append(pretty.charAt(++at));
                continue;
            }
            inString ^= c == '"';
            if (inString || !Character.isWhitespace(c)) {
                compact.append(c);
            }
        }
        return compact.toString();
    }

    private static void pretty(String json, int depth, StringBuilder result) {
        switch (JsonKind.of(json)) {
            case OBJECT -> object(json, depth, result);
            case ARRAY -> array(json, depth, result);
            case DOUBLE -> result.append(floatingPoint(json));
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY ->
                result.append(JsonText.quote(TypedScalar.text(json)));
            default -> result.append(json);
        }
    }

    private static void object(String json, int depth, StringBuilder result) {
        result.append('{');
        String separator = "";
        for (var member : new JsonReader(json).members().entrySet()) {
            result.append(separator).append('\n').append("  ".repeat(depth + 1));
            result.append(JsonText.quote(member.getKey())).append(": ");
            pretty(member.getValue(), depth + 1, result);
            separator = ",";
        }
        close(separator, '}', depth, result);
    }

    private static void array(String json, int depth, StringBuilder result) {
        result.append('[');
        String separator = "";
        for (var element : new JsonReader(json).elements()) {
            result.append(separator).append('\n').append("  ".repeat(depth + 1));
            pretty(element, depth + 1, result);
            separator = ",";
        }
        close(separator, ']', depth, result);
    }

    private static void close(String separator, char bracket, int depth, StringBuilder result) {
        if (!separator.isEmpty()) {
            result.append('\n').append("  ".repeat(depth));
        }
        result.append(bracket);
    }

    static String floatingPoint(String json) {
        return "%.15e".formatted(Double.parseDouble(json));
    }
}
