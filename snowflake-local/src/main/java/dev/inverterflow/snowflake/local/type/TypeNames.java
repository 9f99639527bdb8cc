package dev.inverterflow.snowflake.local.type;

import static java.util.Map.entry;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Type names as SQL writes them.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/intro-summary-data-types.
 */
public final class TypeNames {
    private static final Map<String, SnowflakeType> NAMES = Map.ofEntries(
            entry("NUMBER", SnowflakeType.INTEGER),
            entry("DECIMAL", SnowflakeType.INTEGER),
            entry("DEC", SnowflakeType.INTEGER),
            entry("NUMERIC", SnowflakeType.INTEGER),
            entry("INT", SnowflakeType.INTEGER),
            entry("INTEGER", SnowflakeType.INTEGER),
            entry("BIGINT", SnowflakeType.INTEGER),
            entry("SMALLINT", SnowflakeType.INTEGER),
            entry("TINYINT", SnowflakeType.INTEGER),
            entry("BYTEINT", SnowflakeType.INTEGER),
            entry("FLOAT", SnowflakeType.FLOAT),
            entry("FLOAT4", SnowflakeType.FLOAT),
            entry("FLOAT8", SnowflakeType.FLOAT),
            entry("DOUBLE", SnowflakeType.FLOAT),
            entry("DOUBLE PRECISION", SnowflakeType.FLOAT),
            entry("REAL", SnowflakeType.FLOAT),
            entry("VARCHAR", SnowflakeType.VARCHAR),
            entry("CHAR", SnowflakeType.varchar(1)),
            entry("CHARACTER", SnowflakeType.varchar(1)),
            entry("NCHAR", SnowflakeType.varchar(1)),
            entry("STRING", SnowflakeType.VARCHAR),
            entry("TEXT", SnowflakeType.VARCHAR),
            entry("NVARCHAR", SnowflakeType.VARCHAR),
            entry("NVARCHAR2", SnowflakeType.VARCHAR),
            entry("CHAR VARYING", SnowflakeType.VARCHAR),
            entry("NCHAR VARYING", SnowflakeType.VARCHAR),
            entry("BINARY", SnowflakeType.BINARY),
            entry("VARBINARY", SnowflakeType.BINARY),
            entry("BOOLEAN", SnowflakeType.BOOLEAN),
            entry("DATE", SnowflakeType.DATE),
            entry("TIME", SnowflakeType.TIME),
            entry("DATETIME", SnowflakeType.TIMESTAMP_NTZ),
            entry("TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ),
            entry("TIMESTAMP_NTZ", SnowflakeType.TIMESTAMP_NTZ),
            entry("TIMESTAMPNTZ", SnowflakeType.TIMESTAMP_NTZ),
            entry("TIMESTAMP WITHOUT TIME ZONE", SnowflakeType.TIMESTAMP_NTZ),
            entry("TIMESTAMP_LTZ", SnowflakeType.TIMESTAMP_LTZ),
            entry("TIMESTAMPLTZ", SnowflakeType.TIMESTAMP_LTZ),
            entry("TIMESTAMP WITH LOCAL TIME ZONE", SnowflakeType.TIMESTAMP_LTZ),
            entry("TIMESTAMP_TZ", SnowflakeType.TIMESTAMP_TZ),
            entry("TIMESTAMPTZ", SnowflakeType.TIMESTAMP_TZ),
            entry("TIMESTAMP WITH TIME ZONE", SnowflakeType.TIMESTAMP_TZ),
            entry("VARIANT", SnowflakeType.VARIANT),
            entry("OBJECT", SnowflakeType.OBJECT),
            entry("ARRAY", SnowflakeType.ARRAY));

    /** Types of Snowflake that the stand-in does not have. */
    private static final Set<String> MISSING = Set.of("DECFLOAT", "FILE", "GEOGRAPHY", "GEOMETRY", "MAP", "VECTOR");

    private TypeNames() {}

    /**
     * The error for a name that {@link #find} does not know.
     *
     * @param name the words of the name, in any case
     * @param shown the name with its parameters
     * @return 000002 for a type of Snowflake, else 002040
     */
    public static SnowflakeException unknown(String name, String shown) {
        return MISSING.contains(name.toUpperCase(Locale.ROOT))
                ? Errors.notSupported("the data type " + name.toUpperCase(Locale.ROOT))
                : unsupported(shown);
    }

    /** There is no such type (002040). */
    public static SnowflakeException unsupported(String shown) {
        return new SnowflakeException(2040, "42601", "SQL compilation error:\nUnsupported data type '" + shown + "'.");
    }

    /**
     * The type that a name and its parameters denote.
     *
     * @param name the words of the name, separated by one blank, in any case
     * @param parameters the figures in parentheses after the name, none if there are no parentheses
     * @return empty if the name is unknown, the number of parameters is wrong or one is out of range
     */
    public static Optional<SnowflakeType> find(String name, List<Integer> parameters) {
        var plain = NAMES.get(name.toUpperCase(Locale.ROOT));
        if (plain == null || parameters.isEmpty()) {
            return Optional.ofNullable(plain);
        }
        try {
            return withParameters(name.toUpperCase(Locale.ROOT), plain, parameters);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<SnowflakeType> withParameters(String name, SnowflakeType plain, List<Integer> parameters) {
        int first = parameters.get(0);
        if (plain.is(TypeKind.FIXED)) {
            if (name.endsWith("INT") || name.equals("INTEGER") || parameters.size() > 2) {
                return Optional.empty();
            }
            return Optional.of(SnowflakeType.number(first, parameters.size() == 2 ? parameters.get(1) : 0));
        }
        if (parameters.size() != 1) {
            return Optional.empty();
        }
        return switch (plain.kind()) {
            case TEXT ->
                first >= 1 && first <= SnowflakeType.MAX_TEXT_LENGTH
                        ? Optional.of(SnowflakeType.varchar(first))
                        : Optional.empty();
            case BINARY ->
                first >= 1 && first <= SnowflakeType.MAX_BINARY_LENGTH
                        ? Optional.of(SnowflakeType.binary(first))
                        : Optional.empty();
            case TIME -> Optional.of(SnowflakeType.time(first));
            case TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
                Optional.of(SnowflakeType.timestamp(plain.kind(), first));
            default -> Optional.empty();
        };
    }
}
