package dev.inverterflow.snowflake.local.function.runtime;

/** What a canonical JSON text holds, in the words of TYPEOF. */
enum JsonKind {
    OBJECT,
    ARRAY,
    VARCHAR,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DOUBLE,
    NULL_VALUE,
    DATE,
    TIME,
    TIMESTAMP_NTZ,
    TIMESTAMP_LTZ,
    TIMESTAMP_TZ,
    BINARY,
    /** A SQL NULL inside an array; TYPEOF gives NULL for it. */
    UNDEFINED;

    static JsonKind of(String canonical) {
        return switch (canonical.charAt(0)) {
            case '{' -> OBJECT;
            case '[' -> ARRAY;
            case '"' -> VARCHAR;
            case 't', 'f' -> BOOLEAN;
            case 'n' -> NULL_VALUE;
            case 'u' -> UNDEFINED;
            case TypedScalar.MARK -> TypedScalar.kind(canonical);
            default -> numberKind(canonical);
        };
    }

    private static JsonKind numberKind(String canonical) {
        if (JsonNumber.isFloatingPoint(canonical)) {
            return DOUBLE;
        }
        return canonical.indexOf('.') < 0 ? INTEGER : DECIMAL;
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == DOUBLE;
    }

    /** Whether it is none that JSON has: a date, a time, a timestamp or a binary value. */
    boolean isTypedScalar() {
        return compareTo(DATE) >= 0 && compareTo(BINARY) <= 0;
    }

    boolean isContainer() {
        return this == OBJECT || this == ARRAY;
    }
}
