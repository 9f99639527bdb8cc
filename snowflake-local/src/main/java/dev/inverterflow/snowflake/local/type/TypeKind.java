package dev.inverterflow.snowflake.local.type;

import java.util.Locale;

/** The families of Snowflake data types; parameters (precision, length, scale) are in {@link SnowflakeType}. */
public enum TypeKind {
    FIXED,
    REAL,
    TEXT,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP_NTZ,
    TIMESTAMP_LTZ,
    TIMESTAMP_TZ,
    BINARY,
    VARIANT,
    OBJECT,
    ARRAY,
    /** The type of a bare NULL, which fits every other type. It is sent to clients as text. */
    NULL;

    /** The name of the driver protocol, in lower case: {@code fixed}, {@code timestamp_ntz}, ... */
    public String wireName() {
        return this == NULL ? TEXT.wireName() : name().toLowerCase(Locale.ROOT);
    }

    public boolean isTimestamp() {
        return this == TIMESTAMP_NTZ || this == TIMESTAMP_LTZ || this == TIMESTAMP_TZ;
    }

    /** VARIANT, OBJECT and ARRAY: stored as canonical JSON text. */
    public boolean isSemiStructured() {
        return this == VARIANT || this == OBJECT || this == ARRAY;
    }

    public boolean isNumeric() {
        return this == FIXED || this == REAL;
    }
}
