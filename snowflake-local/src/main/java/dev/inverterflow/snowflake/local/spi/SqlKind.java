package dev.inverterflow.snowflake.local.spi;

/**
 * The kinds of SQL values that cross the boundary, each with the one JDK type that represents it there. SQL NULL is
 * {@code null} for all of them.
 */
public enum SqlKind {
    /** {@link String}. */
    TEXT,
    /** NUMBER of any precision and scale: {@link java.math.BigDecimal}. */
    FIXED,
    /** {@link Double}. */
    REAL,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@code byte[]}. */
    BINARY,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalTime}. */
    TIME,
    /** {@link java.time.LocalDateTime}. */
    TIMESTAMP_NTZ,
    /** {@link java.time.OffsetDateTime}; the instant counts, the offset is any. */
    TIMESTAMP_LTZ,
    /** {@link java.time.OffsetDateTime}. */
    TIMESTAMP_TZ,
    /** JSON text in a {@link String}; JSON {@code null} is the text {@code null}. */
    VARIANT,
    /** JSON text of an object in a {@link String}. */
    OBJECT,
    /** JSON text of an array in a {@link String}. */
    ARRAY
}
