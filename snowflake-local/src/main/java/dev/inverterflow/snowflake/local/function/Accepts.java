package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parameter takes, and what a value of another type is converted to for it. */
public enum Accepts {
    /** Any value, as it is. */
    ANY,
    /** Values that are brought to the common type of all parameters of this kind. */
    SAME,
    TEXT,
    /** Text and nothing else, as the TRY_ functions demand. */
    TEXT_ONLY,
    /** The key of an object: text, or a VARIANT that holds one. */
    KEY,
    NUMBER,
    /** A number to be added up or averaged, for which text becomes a FLOAT (functions/sum, functions/avg, usage notes). */
    SUMMAND,
    /** NUMBER(38,0). */
    INTEGER,
    FLOAT,
    BOOLEAN,
    /** A BOOLEAN, or a number, which is rounded to a whole one before it counts as true or false. */
    TRUTH,
    DATE,
    /** A date or what becomes one, but for timestamps: with them Snowflake does not count days. */
    CALENDAR_DATE,
    TIME,
    /** Any of the three timestamp types; a date becomes a TIMESTAMP_NTZ. */
    TIMESTAMP,
    TIMESTAMP_NTZ,
    /** A TIMESTAMP_NTZ or what becomes one, but for timestamps with a zone of their own. */
    WALL_CLOCK,
    /** A date, time or timestamp as it is. */
    MOMENT,
    /** VARIANT, OBJECT or ARRAY as it is. */
    SEMI_STRUCTURED,
    /** VARIANT or OBJECT as it is. */
    OBJECT_OR_VARIANT,
    /** Any value that converts to VARIANT. */
    VARIANT,
    /** Any value that converts to VARIANT without being asked, which text does not. */
    UNASKED_VARIANT,
    OBJECT,
    ARRAY,
    /** An array and nothing else. */
    ARRAY_ONLY,
    /** Bytes and nothing else. */
    BINARY,
    BINARY_OR_TEXT,
    /** A date part, as a word or a string constant. */
    DATE_PART;

    /**
     * The type that a value is converted to.
     *
     * @return the value's own type if it fits as it is; empty if it cannot be passed
     */
    public Optional<SnowflakeType> accept(SnowflakeType type) {
        return switch (this) {
            case ANY, SAME, DATE_PART -> Optional.of(type);
            case TEXT -> coerced(type, TypeKind.TEXT, SnowflakeType.VARCHAR);
            case TEXT_ONLY ->
                type.is(TypeKind.NULL)
                        ? Optional.of(SnowflakeType.VARCHAR)
                        : Optional.of(type).filter(actual -> actual.is(TypeKind.TEXT));
            case KEY -> type.is(TypeKind.VARIANT) ? TEXT.accept(type) : TEXT_ONLY.accept(type);
            case NUMBER -> number(type);
            case SUMMAND -> type.is(TypeKind.TEXT) ? Optional.of(SnowflakeType.FLOAT) : number(type);
            case INTEGER ->
                type.is(TypeKind.BOOLEAN) || type.kind().isTimestamp() || type.is(TypeKind.DATE)
                        ? Optional.empty()
                        : coerced(type, null, SnowflakeType.INTEGER);
            case FLOAT -> coerced(type, TypeKind.REAL, SnowflakeType.FLOAT);
            case BOOLEAN -> coerced(type, TypeKind.BOOLEAN, SnowflakeType.BOOLEAN);
            case TRUTH -> type.kind().isNumeric() ? Optional.of(SnowflakeType.INTEGER) : BOOLEAN.accept(type);
            case DATE -> coerced(type, TypeKind.DATE, SnowflakeType.DATE);
            case TIME -> coerced(type, TypeKind.TIME, SnowflakeType.TIME);
            case TIMESTAMP ->
                type.kind().isTimestamp() ? Optional.of(type) : coerced(type, null, SnowflakeType.TIMESTAMP_NTZ);
            case TIMESTAMP_NTZ -> coerced(type, TypeKind.TIMESTAMP_NTZ, SnowflakeType.TIMESTAMP_NTZ);
            case CALENDAR_DATE ->
                type.kind().isTimestamp() ? Optional.empty() : coerced(type, TypeKind.DATE, SnowflakeType.DATE);
            case WALL_CLOCK ->
                type.is(TypeKind.TIMESTAMP_LTZ) || type.is(TypeKind.TIMESTAMP_TZ)
                        ? Optional.empty()
                        : coerced(type, TypeKind.TIMESTAMP_NTZ, SnowflakeType.TIMESTAMP_NTZ);
            case MOMENT -> isMoment(type) ? Optional.of(type) : moment(type);
            case SEMI_STRUCTURED ->
                type.is(TypeKind.NULL)
                        ? Optional.of(SnowflakeType.VARIANT)
                        : Optional.of(type).filter(actual -> actual.kind().isSemiStructured());
            case OBJECT_OR_VARIANT -> SEMI_STRUCTURED.accept(type).filter(taken -> !taken.is(TypeKind.ARRAY));
            case VARIANT ->
                TypeRules.castable(type, SnowflakeType.VARIANT) ? Optional.of(SnowflakeType.VARIANT) : Optional.empty();
            case UNASKED_VARIANT -> coerced(type, null, SnowflakeType.VARIANT);
            case OBJECT ->
                coerced(type, TypeKind.OBJECT, SnowflakeType.OBJECT).filter(target -> !type.is(TypeKind.ARRAY));
            case ARRAY -> coerced(type, TypeKind.ARRAY, SnowflakeType.ARRAY);
            case ARRAY_ONLY -> Optional.of(type).filter(given -> given.is(TypeKind.ARRAY));
            case BINARY -> Optional.of(type).filter(given -> given.is(TypeKind.BINARY));
            case BINARY_OR_TEXT ->
                type.is(TypeKind.BINARY) ? Optional.of(type) : coerced(type, TypeKind.TEXT, SnowflakeType.VARCHAR);
        };
    }

    private static boolean isMoment(SnowflakeType type) {
        return type.is(TypeKind.DATE) || type.is(TypeKind.TIME) || type.kind().isTimestamp();
    }

    private static Optional<SnowflakeType> moment(SnowflakeType type) {
        return type.is(TypeKind.TEXT) || type.is(TypeKind.VARIANT) || type.is(TypeKind.NULL)
                ? Optional.of(SnowflakeType.TIMESTAMP_NTZ)
                : Optional.empty();
    }

    private static Optional<SnowflakeType> number(SnowflakeType type) {
        return switch (type.kind()) {
            case FIXED, REAL -> Optional.of(type);
            case TEXT -> Optional.of(TypeRules.NUMBER_FROM_TEXT);
            case VARIANT -> Optional.of(SnowflakeType.FLOAT);
            case NULL -> Optional.of(SnowflakeType.INTEGER);
            default -> Optional.empty();
        };
    }

    private static Optional<SnowflakeType> coerced(
            SnowflakeType type, @Nullable TypeKind asItIs, SnowflakeType target) {
        if (type.kind() == asItIs) {
            return Optional.of(type);
        }
        return TypeRules.coercible(type, target) ? Optional.of(target) : Optional.empty();
    }
}
