package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ways into canonical JSON text without parsing all of it: a value inside is a piece of the text, exactly as stored.
 */
final class JsonReader {
    private final String text;
    private final UnaryOperator<String> values;

    JsonReader(String text) {
        this(text, XmlScalar::plain);
    }

    private JsonReader(String text, UnaryOperator<String> values) {
        this.text = text;
        this.values = values;
    }

    /** Shows numbers of XML as they were written. */
    static JsonReader asWritten(String text) {
        return new JsonReader(text, UnaryOperator.identity());
    }

    /** The value at the end of a path; null if a step leads nowhere or to SQL NULL. */
    static @Nullable String get(String text, List<JsonPath.Step> steps) {
        var current = text;
        for (var step : steps) {
            var next = step.from(new JsonReader(current));
            if (next == null) {
                return null;
            }
            current = next;
        }
        return current.equals(JsonText.UNDEFINED) ? null : current;
    }

    /** The member of an object; null if this is no object or has no such member. */
    @Nullable
    String member(String key) {
        if (text.charAt(0) != '{') {
            return null;
        }
        var quoted = JsonText.quote(key);
        int at = 1;
        while (text.charAt(at) != '}') {
            int keyEnd = endOfString(at);
            int valueEnd = endOfValue(keyEnd + 1);
            if (keyEnd - at == quoted.length() && text.startsWith(quoted, at)) {
                return value(keyEnd + 1, valueEnd);
            }
            at = text.charAt(valueEnd) == ',' ? valueEnd + 1 : valueEnd;
        }
        return null;
    }

    /** The element of an array; null if this is no array or has no such element. */
    @Nullable
    String element(long index) {
        if (text.charAt(0) != '[' || index < 0) {
            return null;
        }
        int at = 1;
        for (long i = 0; text.charAt(at) != ']'; i++) {
            int end = endOfValue(at);
            if (i == index) {
                return value(at, end);
            }
            at = text.charAt(end) == ',' ? end + 1 : end;
        }
        return null;
    }

    /** The elements of an array; none if this is no array. */
    List<String> elements() {
        List<String> elements = new ArrayList<>();
        if (text.charAt(0) != '[') {
            return elements;
        }
        int at = 1;
        while (text.charAt(at) != ']') {
            int end = endOfValue(at);
            elements.add(value(at, end));
            at = text.charAt(end) == ',' ? end + 1 : end;
        }
        return elements;
    }

    /** The members of an object in order; none if this is no object. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        eachMember((key, value) -> members.put(JsonText.unquote(key), value));
        return members;
    }

    /** Takes a member of an object: its key in quotes, as stored, and its value. */
    interface MemberVisitor {
        void visit(String quotedKey, String value);
    }

    /** Shows the members of an object in order; none if this is no object. */
    void eachMember(MemberVisitor visitor) {
        if (text.charAt(0) != '{') {
            return;
        }
        int at = 1;
        while (text.charAt(at) != '}') {
            int keyEnd = endOfString(at);
            int valueEnd = endOfValue(keyEnd + 1);
            visitor.visit(text.substring(at, keyEnd), value(keyEnd + 1, valueEnd));
            at = text.charAt(valueEnd) == ',' ? valueEnd + 1 : valueEnd;
        }
    }

    private String value(int start, int end) {
        return values.apply(text.substring(start, end));
    }

    /** The offset behind the value that starts at an offset. */
    private int endOfValue(int start) {
        char first = text.charAt(start);
        if (first == '"') {
            return endOfString(start);
        }
        if (first == '{' || first == '[') {
            return endOfContainer(start);
        }
        int at = start;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int endOfContainer(int start) {
        int depth = 0;
        int at = start;
        do {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfString(at);
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        } while (depth > 0);
        return at;
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
