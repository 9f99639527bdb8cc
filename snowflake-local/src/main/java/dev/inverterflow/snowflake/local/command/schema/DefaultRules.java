package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/**
 * What may be the DEFAULT of a column, or number it: docs.snowflake.com/en/sql-reference/sql/create-table, and for the types
 * docs.snowflake.com/en/release-notes/bcr-bundles/2023_08/bcr-1425.
 */
final class DefaultRules {

    private DefaultRules() {}

    /** Refuses an expression that is not simple, and one whose values the column cannot take. */
    static void check(Expression written, String column, SnowflakeType type, SessionContext session) {
        Compiler compiler = Compiler.of(session);
        TypedExpression typed = compiler.simple(written);
        SnowflakeType from = typed.type();
        boolean text = typed instanceof TypedExpression.Value && from.is(TypeKind.TEXT);
        if (neverFits(from.kind(), type.kind()) || text && !isReadable(written, type, compiler)) {
            throw otherType(type, from, column);
        }
    }

    /** A default of another type than its column. */
    static SnowflakeException otherType(SnowflakeType expected, SnowflakeType actual, String column) {
        return new SnowflakeException(
                2023,
                "22000",
                "SQL compilation error:\nExpression type does not match column data type, expecting " + expected
                        + " but got " + actual + " for column " + column);
    }

    /** Refuses AUTOINCREMENT of what is no number, and one that does not move. */
    static void checkIdentity(String column, SnowflakeType type, long step) {
        if (!type.kind().isNumeric()) {
            throw new SnowflakeException(
                    2263,
                    "42601",
                    "SQL compilation error:\nIdentity column '" + column + "' must be of a numeric type, not " + type);
        }
        SequenceDdl.requireStep(step);
    }

    private static boolean neverFits(TypeKind from, TypeKind to) {
        boolean moment = to == TypeKind.DATE || to == TypeKind.TIME || to.isTimestamp();
        return switch (from) {
            case BOOLEAN -> moment || to.isNumeric() || to == TypeKind.TEXT;
            case FIXED, REAL -> moment;
            case TEXT -> to == TypeKind.BOOLEAN;
            default -> false;
        };
    }

    /** Whether a text is one of the values of the type; how long it is, an INSERT finds out. */
    private static boolean isReadable(Expression written, SnowflakeType type, Compiler compiler) {
        if (type.is(TypeKind.TEXT) || type.kind().isSemiStructured()) {
            return true;
        }
        try {
            Constant value = compiler.evaluate(written, type);
            return value.text() != null;
        } catch (SnowflakeException unreadable) {
            return false;
        }
    }
}
