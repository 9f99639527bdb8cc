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
    /** Those whose result has the strongest collation of their arguments. */
    private static final Set<String> COMBINING = Set.of("||", "CONCAT");

    /** Those whose result has the collation of their first argument. */
    private static final Set<String> KEEPING =
            Set.of("LEFT", "RIGHT", "SUBSTR", "SUBSTRING", "LPAD", "RPAD", "NULLIF", "LISTAGG");

    /** Those without a word about collations on their pages are not among them. */
    private static final Set<String> TAKING = Set.of(
            "||",
            "CONCAT",
            "LEFT",
            "RIGHT",
            "SUBSTR",
            "SUBSTRING",
            "LPAD",
            "RPAD",
            "LENGTH",
            "LEN",
            "COALESCE",
            "NVL",
            "IFNULL",
            "IFF",
            "NVL2",
            "EQUAL_NULL",
            "NULLIF",
            "GREATEST",
            "LEAST",
            "MIN",
            "MAX",
            "COUNT",
            "LISTAGG",
            "TO_VARIANT",
            "ARRAY_CONSTRUCT",
            "OBJECT_CONSTRUCT",
            "OBJECT_CONSTRUCT_KEEP_NULL");

    /** Those that search a text by the collation, which the engine can do by bytes only. */
    private static final Set<String> SEARCHING = Set.of("CHARINDEX", "POSITION", "CONTAINS", "ENDSWITH", "STARTSWITH");

    private CollatedCalls() {}

    /** Fails if an argument has a collation that the function does not take. */
    static void check(String name, String shown, List<TypedExpression> arguments) {
        for (var argument : arguments) {
            var type = argument.type();
            boolean taken = type.collation() == null
                    || TAKING.contains(name)
                    || SEARCHING.contains(name) && !CollationKey.needed(type);
            if (!taken) {
                throw Errors.notSupported("function " + shown + " of a text with a collation");
            }
        }
        if (SEARCHING.contains(name)) {
            requireCompatible(arguments);
        }
        if (name.equals("LISTAGG")
                && arguments.size() > 1
                && arguments.get(1).type().collation() != null) {
            throw Errors.notSupported("a delimiter of LISTAGG with a collation");
        }
    }

    /**
     * Fails if the collations of texts do not go together.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 002322
     */
    static void requireCompatible(List<TypedExpression> texts) {
        combined(SnowflakeType.VARCHAR, texts);
    }

    /** Fails if an operand of an operator has a collation, which IN and its like do not take. */
    static void refuse(String operator, SnowflakeType type) {
        if (type.collation() != null) {
            throw Errors.notSupported(operator + " with a text that has a collation");
        }
    }

    /** The type of a result, with the collation that the arguments, as they were given, lead to. */
    static SnowflakeType result(String name, SnowflakeType type, List<TypedExpression> given) {
        if (!type.is(TypeKind.TEXT)) {
            return type;
        }
        if (COMBINING.contains(name)) {
            return combined(type, given);
        }
        return KEEPING.contains(name) ? type.withCollation(given.get(0).type().collation()) : type;
    }

    private static SnowflakeType combined(SnowflakeType type, List<TypedExpression> arguments) {
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
