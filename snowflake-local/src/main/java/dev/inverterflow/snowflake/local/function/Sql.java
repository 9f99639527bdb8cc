package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of DuckDB SQL. */
public final class Sql {
    private static final Pattern OPERAND = Pattern.compile("\\bx\\.(\\w+)");
    private static final int MOST_NESTED_CALLS = 20_000;
    private static final int LONG = 100_000;

    private Sql() {}

    /** A string. */
    public static String literal(String text) {
        return Identifiers.literal(text);
    }

    /** A quoted identifier. */
    public static String name(String name) {
        return Identifiers.quote(name);
    }

    /** A cast that is known to fit, or whose failure is classified afterwards. */
    public static String cast(String sql, SnowflakeType type) {
        return "CAST(" + sql + " AS " + type.duckType() + ")";
    }

    /**
     * An expression that needs its operands more than once, each of them written, and computed, once: written twice, nested
     * calls would double with every level.
     *
     * @param operands DuckDB expressions by the names that the body has for them
     * @param body what is made of them: {@code x.name} is an operand
     */
    public static String once(Map<String, String> operands, String body) {
        var fields = new TreeMap<>(operands)
                .entrySet().stream()
                        .map(operand -> operand.getKey() + " := " + operand.getValue())
                        .collect(Collectors.joining(", "));
        // No column has the name of the parameter, which DuckDB would take for the column.
        var written = OPERAND.matcher(body).replaceAll("struct_extract(\"sf#\", '$1')");
        return "list_transform([struct_pack(" + fields + ")], lambda \"sf#\": " + written + ")[1]";
    }

    /**
     * The expression itself, unless operands that are written more than once have made it so large, level by level, that the
     * engine would not come to an end with it.
     */
    public static String bounded(String sql) {
        if (sql.length() > LONG && sql.chars().filter(sign -> sign == '(').count() > MOST_NESTED_CALLS) {
            throw Errors.notSupported("functions nested as deeply as in this statement");
        }
        return sql;
    }
}
