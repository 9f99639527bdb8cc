package dev.inverterflow.snowflake.local.function.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Pattern;

/** What is wrong with a JSON text, in Snowflake's words. */
public final class JsonFault {
    private static final Pattern MISPLACED = Pattern.compile("Unexpected (?:character \\(|close marker )'([]}])'.*");

    private JsonFault() {}

    /** The words between "Error parsing JSON: " and the place. */
    public static String reason(JsonProcessingException malformed) {
        var message = String.valueOf(malformed.getOriginalMessage());
        if (message.startsWith("Unexpected end-of-input")) {
            if (message.contains("VALUE_STRING")
                    || message.contains("closing quote")
                    || message.contains("FIELD_NAME")
                    || message.contains("field name")) {
                return "unfinished string";
            }
            return message.contains("Object") ? "incomplete object value" : "incomplete array value";
        }
        if (malformed instanceof StreamConstraintsException) {
            return "document is nested too deeply";
        }
        var keyword = unknownKeyword(malformed);
        if (!keyword.isEmpty()) {
            return "unknown keyword \"" + keyword + "\"";
        }
        if (message.startsWith("Duplicate field")) {
            return "duplicate object attribute \"" + message.split("'")[1] + "\"";
        }
        if (message.contains("was expecting comma")) {
            return "missing comma";
        }
        if (message.contains("was expecting a colon")) {
            return "missing colon";
        }
        if (message.contains("to start field name")) {
            return "missing attribute name";
        }
        var misplaced = MISPLACED.matcher(message);
        return misplaced.lookingAt() ? "misplaced " + misplaced.group(1) : "invalid character";
    }

    /** The word that is none of JSON; empty if something else is wrong. */
    static String unknownKeyword(JsonProcessingException malformed) {
        var message = String.valueOf(malformed.getOriginalMessage());
        return message.startsWith("Unrecognized token '") ? message.split("'")[1] : "";
    }
}
