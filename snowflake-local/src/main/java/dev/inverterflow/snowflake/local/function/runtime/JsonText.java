package dev.inverterflow.snowflake.local.function.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON text, the form in which VARIANT, OBJECT and ARRAY are stored: no blanks, keys sorted, numbers exact
 * (see {@link JsonNumber}), strings with the fewest escapes. Equal values have equal texts. The word {@code undefined}
 * stands for a SQL NULL inside an array, as in Snowflake's own output.
 */
public final class JsonText {
    static final String NULL = "null";
    static final String UNDEFINED = "undefined";

    private static final int NULL_LENGTH = 4;
    private static final Set<String> KEYWORDS = Set.of(NULL, "true", "false");

    /** Strings, so that what they hold is passed over, and keywords that are no keys. */
    private static final Pattern KEYWORD_OR_STRING = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|\\b(null|true|false)\\b(?!\\s*:)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Keys without quotes and elements left out are what Snowflake takes beyond JSON. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What several members of an object with the same key are. */
    private enum Keys {
        UNIQUE,
        LAST_COUNTS
    }

    private JsonText() {}

    /**
     * The canonical form of a JSON text.
     *
     * @return null for a text of blanks only, which is SQL NULL to PARSE_JSON
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100069 if it is no JSON
     */
    public static @Nullable String canonical(String text) {
        return canonical(text, Keys.UNIQUE);
    }

    /** The same, but of members with equal keys the last one counts. */
    static @Nullable String canonicalOfLast(String text) {
        return canonical(text, Keys.LAST_COUNTS);
    }

    private static @Nullable String canonical(String text, Keys keys) {
        try {
            return read(text, keys);
        } catch (JsonProcessingException e) {
            return canonical(withSmallKeywords(text, e), keys, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String canonical(String corrected, Keys keys, JsonProcessingException first) {
        try {
            return corrected.isEmpty() ? fail(first) : read(corrected, keys);
        } catch (JsonProcessingException e) {
            return fail(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String fail(JsonProcessingException fault) {
        throw ValueErrors.json(JsonFault.reason(fault), position(fault));
    }

    private static @Nullable String read(String text, Keys keys) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            var result = new StringBuilder(text.length());
            value(parser, keys, result);
            if (parser.nextToken() != null) {
                throw ValueErrors.json(
                        "more than one document in the input",
                        parser.currentTokenLocation().getCharOffset() + 1);
            }
            return result.toString();
        }
    }

    /**
     * NULL, True and their like are keywords, too (docs.snowflake.com/en/sql-reference/functions/object_construct).
     *
     * @return the text with all of them in small letters; empty if it was another word that was not understood
     */
    private static String withSmallKeywords(String text, JsonProcessingException fault) {
        var keyword = JsonFault.unknownKeyword(fault);
        var small = keyword.toLowerCase(Locale.ROOT);
        if (keyword.equals(small) || !KEYWORDS.contains(small)) {
            return "";
        }
        return KEYWORD_OR_STRING
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : found.group(1).toLowerCase(Locale.ROOT)));
    }

    private static void value(JsonParser parser, Keys keys, StringBuilder result) throws IOException {
        var token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> object(parser, keys, result);
            case START_ARRAY -> array(parser, keys, result);
            case VALUE_STRING -> quote(parser.getText(), result);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> result.append(JsonNumber.canonical(parser.getText()));
            default -> result.append(isMissing(parser) ? UNDEFINED : token.asString());
        }
    }

    /** Whether the element that the parser is at was left out, as the second one of {@code [1, ,77]}. */
    public static boolean isMissing(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            return false;
        }
        var start = parser.currentTokenLocation();
        var end = parser.currentLocation();
        return end.getCharOffset() - start.getCharOffset() < NULL_LENGTH
                && end.getByteOffset() - start.getByteOffset() < NULL_LENGTH;
    }

    /**
     * Goes on to the value of a member.
     *
     * @throws JsonParseException if there is none: only elements may be left out
     */
    public static void nextMember(JsonParser parser) throws IOException {
        parser.nextToken();
        if (isMissing(parser)) {
            throw new JsonParseException(parser, "a member without a value", parser.currentTokenLocation());
        }
    }

    private static void object(JsonParser parser, Keys keys, StringBuilder result) throws IOException {
        Map<String, String> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            long behindKey = parser.currentTokenLocation().getCharOffset() + key.length() + 2;
            nextMember(parser);
            var member = new StringBuilder();
            value(parser, keys, member);
            if (members.put(key, member.toString()) != null && keys == Keys.UNIQUE) {
                throw ValueErrors.json("duplicate object attribute \"" + key + "\"", behindKey);
            }
        }
        write(members, result);
    }

    private static void array(JsonParser parser, Keys keys, StringBuilder result) throws IOException {
        result.append('[');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!first) {
                result.append(',');
            }
            first = false;
            value(parser, keys, result);
        }
        result.append(']');
    }

    /** As many characters as were read up to the one at fault, the end of the text counted as one. */
    private static long position(JsonProcessingException e) {
        return e.getLocation() == null
                ? 0
                : e.getLocation().getCharOffset() + JsonFault.unknownKeyword(e).length() + 1;
    }

    /** An object of members whose values are canonical already. */
    static String object(Map<String, String> members) {
        var result = new StringBuilder();
        write(members instanceof TreeMap ? members : new TreeMap<>(members), result);
        return result.toString();
    }

    private static void write(Map<String, String> sorted, StringBuilder result) {
        result.append('{');
        sorted.forEach((key, member) -> {
            if (result.charAt(result.length() - 1) != '{') {
                result.append(',');
            }
            quote(key, result);
            result.append(':').append(member);
        });
        result.append('}');
    }

    /** An array of elements that are canonical already; null stands for SQL NULL. */
    static String array(Iterable<? extends @Nullable String> elements) {
        var joined = new StringJoiner(",", "[", "]");
        for (var element : elements) {
            joined.add(element == null ? UNDEFINED : element);
        }
        return joined.toString();
    }

    /** A JSON string with the escapes that DuckDB's to_json writes. */
    public static String quote(String text) {
        var result = new StringBuilder(text.length() + 2);
        quote(text, result);
        return result.toString();
    }

    private static void quote(String text, StringBuilder result) {
        result.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\b' -> result.append("\\b");
                case '\f' -> result.append("\\f");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (c < ' ') {
                        result.append("\\u%04X".formatted((int) c));
                    } else {
                        result.append(c);
                    }
                }
            }
        }
        result.append('"');
    }

    /** The text of a canonical JSON string, from its opening quote to its closing one. */
    static String unquote(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return quoted.substring(1, quoted.length() - 1);
        }
        var result = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            i++;
            switch (quoted.charAt(i)) {
                case 'b' -> result.append('\b');
                case 'f' -> result.append('\f');
                case 'n' -> result.append('\n');
                case 'r' -> result.append('\r');
                case 't' -> result.append('\t');
                case 'u' -> {
                    result.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> result.append(quoted.charAt(i));
            }
        }
        return result.toString();
    }
}
