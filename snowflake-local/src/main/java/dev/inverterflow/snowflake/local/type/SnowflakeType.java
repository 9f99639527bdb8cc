package dev.inverterflow.snowflake.local.type;

import org.jspecify.annotations.Nullable;

/**
 * A Snowflake data type with its parameters.
 *
 * @param kind the family
 * @param size precision of a NUMBER, length in characters of a VARCHAR, length in bytes of a BINARY, otherwise 0
 * @param scale digits after the point of a NUMBER, fractional second digits of TIME and timestamps, otherwise 0
 * @param collation how values of a VARCHAR compare; null for their bytes
 */
public record SnowflakeType(
        TypeKind kind, int size, int scale, @Nullable Collation collation) {
    /** Largest and default precision of NUMBER. */
    public static final int MAX_PRECISION = 38;
    /** Largest scale of NUMBER. */
    public static final int MAX_SCALE = 37;
    /** Length of a VARCHAR declared without one (16 MiB), the figure that drivers see. */
    public static final int DEFAULT_TEXT_LENGTH = 16_777_216;
    /** Largest length a VARCHAR may declare (128 MiB). */
    public static final int MAX_TEXT_LENGTH = 134_217_728;
    /** Length of a BINARY declared without one (8 MiB). */
    public static final int DEFAULT_BINARY_LENGTH = 8_388_608;
    /** Largest length a BINARY may declare (64 MiB). */
    public static final int MAX_BINARY_LENGTH = 67_108_864;
    /** Fractional second digits of TIME and timestamps declared without them. */
    public static final int DEFAULT_TIME_SCALE = 9;

    public static final SnowflakeType INTEGER = number(MAX_PRECISION, 0);
    public static final SnowflakeType FLOAT = simple(TypeKind.REAL);
    public static final SnowflakeType VARCHAR = varchar(DEFAULT_TEXT_LENGTH);
    public static final SnowflakeType BOOLEAN = simple(TypeKind.BOOLEAN);
    public static final SnowflakeType DATE = simple(TypeKind.DATE);
    public static final SnowflakeType TIME = time(DEFAULT_TIME_SCALE);
    public static final SnowflakeType TIMESTAMP_NTZ = timestamp(TypeKind.TIMESTAMP_NTZ, DEFAULT_TIME_SCALE);
    public static final SnowflakeType TIMESTAMP_LTZ = timestamp(TypeKind.TIMESTAMP_LTZ, DEFAULT_TIME_SCALE);
    public static final SnowflakeType TIMESTAMP_TZ = timestamp(TypeKind.TIMESTAMP_TZ, DEFAULT_TIME_SCALE);
    public static final SnowflakeType BINARY = binary(DEFAULT_BINARY_LENGTH);
    public static final SnowflakeType VARIANT = simple(TypeKind.VARIANT);
    public static final SnowflakeType OBJECT = simple(TypeKind.OBJECT);
    public static final SnowflakeType ARRAY = simple(TypeKind.ARRAY);
    public static final SnowflakeType NULL = simple(TypeKind.NULL);

    /**
     * NUMBER(precision, scale).
     *
     * @throws IllegalArgumentException if precision is outside 1..38 or scale outside 0..37 or above the precision
     */
    public static SnowflakeType number(int precision, int scale) {
        if (precision < 1 || precision > MAX_PRECISION) {
            throw new IllegalArgumentException("precision of NUMBER must be 1..38, not " + precision);
        }
        if (scale < 0 || scale > MAX_SCALE || scale > precision) {
            throw new IllegalArgumentException("scale of NUMBER must be 0..37 and at most the precision, not " + scale);
        }
        return new SnowflakeType(TypeKind.FIXED, precision, scale, null);
    }

    public static SnowflakeType varchar(int length) {
        return new SnowflakeType(TypeKind.TEXT, length, 0, null);
    }

    public static SnowflakeType binary(int length) {
        return new SnowflakeType(TypeKind.BINARY, length, 0, null);
    }

    public static SnowflakeType time(int scale) {
        return new SnowflakeType(TypeKind.TIME, 0, timeScale(scale), null);
    }

    public static SnowflakeType timestamp(TypeKind kind, int scale) {
        if (!kind.isTimestamp()) {
            throw new IllegalArgumentException(kind + " is no timestamp type");
        }
        return new SnowflakeType(kind, 0, timeScale(scale), null);
    }

    private static int timeScale(int scale) {
        if (scale < 0 || scale > DEFAULT_TIME_SCALE) {
            throw new IllegalArgumentException("fractional second digits must be 0..9, not " + scale);
        }
        return scale;
    }

    private static SnowflakeType simple(TypeKind kind) {
        return new SnowflakeType(kind, 0, 0, null);
    }

    /** The type with another collation, or without one. */
    public SnowflakeType withCollation(@Nullable Collation other) {
        return new SnowflakeType(kind, size, scale, other);
    }

    /**
     * The type with the collation of an operation on its values and others'.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 002322 if the collations do not go together
     */
    public SnowflakeType withCollationBeside(SnowflakeType other) {
        return withCollation(Collation.combined(collation, other.collation));
    }

    public int precision() {
        return size;
    }

    public int length() {
        return size;
    }

    public boolean is(TypeKind other) {
        return kind == other;
    }

    /** The text that DESCRIBE TABLE and error messages show: {@code NUMBER(38,0)}, {@code TIMESTAMP_NTZ(9)}. */
    public String displayName() {
        return switch (kind) {
            case FIXED -> "NUMBER(" + size + "," + scale + ")";
            case REAL -> "FLOAT";
            case TEXT ->
                "VARCHAR(" + size + ")" + (collation == null ? "" : " COLLATE '" + collation.specification() + "'");
            case BINARY -> "BINARY(" + size + ")";
            case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> kind.name() + "(" + scale + ")";
            case BOOLEAN, DATE, VARIANT, OBJECT, ARRAY, NULL -> kind.name();
        };
    }

    /**
     * The type of the DuckDB column or expression that holds values of this type.
     *
     * <p>Semi-structured values are canonical JSON text (see {@code docs/decisions}); a SQL NULL is NULL, a JSON null
     * is the text {@code null}. TIMESTAMP_TZ keeps the instant and the offset it was written with, which DuckDB's own
     * type does not.
     */
    public String duckType() {
        return switch (kind) {
            case FIXED -> "DECIMAL(" + size + "," + scale + ")";
            case REAL -> "DOUBLE";
            case TEXT, VARIANT, OBJECT, ARRAY, NULL -> "VARCHAR";
            case BINARY -> "BLOB";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            case TIMESTAMP_LTZ -> "TIMESTAMPTZ";
            case TIMESTAMP_TZ -> "STRUCT(utc TIMESTAMP, offset_minutes INTEGER)";
        };
    }

    @Override
    public String toString() {
        return displayName();
    }
}
