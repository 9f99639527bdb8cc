package dev.inverterflow.client.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as a validator sees it: what stands in each field, with no opinion on it. Generated readings and records parsed from
 * JSON are judged through this one view, so that both get the same verdict.
 */
public interface Candidate {
    /** Whether the record is a JSON object at all; nothing else is asked of one that is not. */
    default boolean isObject() {
        return true;
    }

    /** What kind of JSON value stands in the field. */
    Content content(Field field);

    /**
     * The field's number; only asked for where {@link #content} is {@link Content#NUMBER}. A number beyond the range of a double is
     * infinite.
     */
    double number(Field field);

    /** The field's text; only asked for where {@link #content} is {@link Content#TEXT}. */
    String text(Field field);

    /** The instant that {@link Field#TIMESTAMP} says, if it is known without looking at the text; else null. */
    default @Nullable Instant knownTime() {
        return null;
    }

    /** The field's value as JSON text, for a message; {@code null} where it is absent. */
    String json(Field field);

    /** The kinds of content that validation tells apart. */
    enum Content {
        /** No such field, or JSON null. */
        ABSENT,
        NUMBER,
        TEXT,
        /** A boolean, an array or an object. */
        OTHER
    }
}
