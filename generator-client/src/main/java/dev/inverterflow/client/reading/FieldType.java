package dev.inverterflow.client.reading;

/** What a field holds in JSON: the first two are strings, the others numbers. */
public enum FieldType {
    IDENTIFIER,
    INSTANT,
    NUMBER,
    /** A number without fractional part; {@code 7.0} counts as one. */
    INTEGER
}
