package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.CollationKey;
import dev.inverterflow.snowflake.local.type.Collation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;
import java.util.Set;

/**
 * Which functions take texts with a collation. All others are refused: most by Snowflake, too, some because their search
 * by a collation is not the engine's (docs.snowflake.com/en/sql-reference/collation, "Functions that support collation").
 */
final class CollatedCalls {
    /** Those whose result has the collation of their arguments. */
    private static final Set<String> KEEPING =
            Set.of("||", "CONCAT", "LEFT", "RIGHT", "SUBSTR", "SUBSTRING", "LPAD", "RPAD");

    private static final Set<String> TAKING = Set.of(
            "||",
            "CONCAT",
            "LEFT",
            "RIGHT",
            "SUBSTR",
            "SUBSTRING",
            "LENGTH",
            "LEN",
            "COALESCE",
            "NVL",
            "IFNULL",
            "IFF",
            "NVL2",
            "EQUAL_NULL",
            "NULLIF",
            "MIN",
            "MAX",
            "COUNT",
            "ANY_VALUE",
            "FIRST_VALUE",
            "LAST_VALUE",
            "LAG",
            "LEAD",
            "TO_VARIANT",
            "ARRAY_CONSTRUCT",
            "OBJECT_CONSTRUCT",
            "OBJECT_CONSTRUCT_KEEP_NULL");

    /** Those that search texts or compare them, and so take such collations only as compare bytes. */
    private static final Set<String> TAKING_BINARY = Set.of(
            "CHARINDEX",
            "POSITION",
            "CONTAINS",
            "ENDSWITH",
            "STARTSWITH",
            "LIKE",
            "ILIKE",
            "LISTAGG",
            "LPAD",
            "RPAD",
            "REPLACE",
            "SPLIT_PART",
            "GREATEST",
            "LEAST");

    private CollatedCalls() {}

    /** Fails if an argument has a collation that the function does not take. */
    static void check(String name, String shown, List<TypedExpression> arguments) {
        for (var argument : arguments) {
            var type = argument.type();
            boolean taken = type.collation() == null
                    || TAKING.contains(name)
                    || TAKING_BINARY.contains(name) && !CollationKey.needed(type);
            if (!taken) {
                throw Errors.notSupported("function " + shown + " of a text with a collation");
            }
        }
    }

    /** The type of a result, with the collation that the arguments give it. */
    static SnowflakeType result(String name, SnowflakeType type, List<TypedExpression> arguments) {
        if (!type.is(TypeKind.TEXT) || !KEEPING.contains(name)) {
            return type;
        }
        var result = type;
        for (var argument : arguments) {
            result = result.withCollationBeside(argument.type());
        }
        return result;
    }

    /** The level that COLLATE gives. */
    static SnowflakeType collated(SnowflakeType text, String specification) {
        if (specification.isEmpty()) {
            return text.withCollation(null);
        }
        var collation = new Collation(specification, Collation.Level.FUNCTION);
        collation.rules();
        return text.withCollation(collation);
    }
}
