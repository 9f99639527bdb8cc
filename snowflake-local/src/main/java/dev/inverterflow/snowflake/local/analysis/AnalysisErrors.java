package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigInteger;

/** Refusals that only the analysis makes; the common ones are in {@code Errors}. */
final class AnalysisErrors {
    private static final String COMPILATION = "SQL compilation error:\n";

    private AnalysisErrors() {}

    private static SnowflakeException at(Position position, int code, String state, String message) {
        return new SnowflakeException(
                code,
                state,
                "SQL compilation error: error line %d at position %d\n%s"
                        .formatted(position.line(), position.column(), message),
                position.line(),
                position.column());
    }

    static SnowflakeException ambiguousColumn(String name) {
        return new SnowflakeException(2028, "42601", COMPILATION + "ambiguous column name '" + name + "'");
    }

    static SnowflakeException notGrouped(String column) {
        return new SnowflakeException(
                979, "42601", COMPILATION + "[" + column + "] is not a valid group by expression");
    }

    static SnowflakeException aggregateNotAllowed(String text, String clause) {
        return new SnowflakeException(
                2035, "42601", COMPILATION + "Invalid aggregate function in " + clause + " clause [" + text + "]");
    }

    static SnowflakeException windowNotAllowed(String text) {
        return new SnowflakeException(
                2303,
                "42601",
                COMPILATION + "Window function [" + text
                        + "] appears outside of SELECT, QUALIFY, and ORDER BY clauses.");
    }

    static SnowflakeException nestedWindow(String text) {
        return new SnowflakeException(
                2303,
                "42601",
                COMPILATION + "Window function [" + text + "] may not be nested inside another window function.");
    }

    static SnowflakeException distinctInFrame() {
        return new SnowflakeException(
                2302, "42601", COMPILATION + "distinct cannot be used with a window frame or an order.");
    }

    static SnowflakeException invalidFrame(String function) {
        return new SnowflakeException(
                2306, "42601", COMPILATION + "Invalid window frame for function [" + function + "].");
    }

    static SnowflakeException nestedAggregate(String text) {
        return new SnowflakeException(
                1018, "42601", COMPILATION + "Aggregate functions cannot be nested: [" + text + "]");
    }

    static SnowflakeException windowRequired(String function) {
        return new SnowflakeException(
                2301, "42601", COMPILATION + "Window function type [" + function + "] requires OVER clause.");
    }

    static SnowflakeException orderRequired(String function) {
        return new SnowflakeException(
                2305,
                "42601",
                COMPILATION + "Window function type [" + function + "] requires ORDER BY in window specification");
    }

    static SnowflakeException withinGroupRequired(String function) {
        return new SnowflakeException(
                2079, "42601", COMPILATION + "Missing WITHIN GROUP clause for function " + function);
    }

    static SnowflakeException notAPredicate(SnowflakeType type, String text) {
        return new SnowflakeException(
                2016, "22000", COMPILATION + "Invalid data type [" + type + "] for predicate [" + text + "]");
    }

    static SnowflakeException cannotCast(String function, SnowflakeType from, SnowflakeType to) {
        return new SnowflakeException(
                1065,
                "22023",
                COMPILATION + "Function " + function + " cannot be used with arguments of types " + from + " and "
                        + to);
    }

    static SnowflakeException incompatibleTypes(SnowflakeType a, SnowflakeType b, Position position) {
        return at(
                position,
                1038,
                "22023",
                "Can not convert parameter of type [" + b + "] into expected type [" + a + "]");
    }

    static SnowflakeException differingColumnCounts(int expected, int actual) {
        return new SnowflakeException(
                1789,
                "42601",
                COMPILATION + "Invalid number of result columns for set operator input branches. Expected " + expected
                        + ", got " + actual + " in a branch");
    }

    static SnowflakeException valueCount(int expected, int actual) {
        return new SnowflakeException(
                2020,
                "21S01",
                COMPILATION + "Insert value list does not match column list expecting " + expected + " but got "
                        + actual);
    }

    static SnowflakeException notInValues(String expression) {
        return new SnowflakeException(
                2014, "22000", COMPILATION + "Invalid expression [" + expression + "] in VALUES clause");
    }

    static SnowflakeException columnType(SnowflakeType expected, SnowflakeType actual, String column) {
        return new SnowflakeException(
                2023,
                "22000",
                COMPILATION + "Expression type does not match column data type, expecting " + expected + " but got "
                        + actual + " for column " + column);
    }

    static SnowflakeException duplicateColumn(String column) {
        return new SnowflakeException(2025, "42S21", COMPILATION + "duplicate column name '" + column + "'");
    }

    /** The documentation of MERGE says that it is an error, not which; its words are ours. */
    static SnowflakeException unreachableClause(String kind) {
        return new SnowflakeException(
                1066,
                "42601",
                COMPILATION + "Unreachable case: a " + kind + " clause without AND must be the last of its kind.");
    }

    static SnowflakeException notOneColumn(int actual) {
        return new SnowflakeException(
                2081, "42601", COMPILATION + "Subquery must return exactly one column, got " + actual);
    }

    static SnowflakeException invalidPosition(String what, BigInteger position) {
        return new SnowflakeException(
                2085, "42601", COMPILATION + what + " position " + position + " is not in select list");
    }

    static SnowflakeException notInSelectList(String text) {
        return new SnowflakeException(2088, "42601", COMPILATION + "[" + text + "] is not a valid order by expression");
    }

    static SnowflakeException subqueryNotAllowed(String text, String clause) {
        return new SnowflakeException(
                2, "0A000", COMPILATION + "Unsupported feature 'subquery in " + clause + "': [" + text + "]");
    }

    /** {@code SELECT *} from what has no columns, as TABLE(GENERATOR(…)) has none. */
    static SnowflakeException noColumns(Position position) {
        return at(position, 1080, "42601", "SELECT with no columns");
    }

    static SnowflakeException invalidArgument(String reason) {
        return new SnowflakeException(1007, "22023", COMPILATION + "Invalid argument: " + reason + ".");
    }

    static SnowflakeException unknownRelation(String name) {
        return new SnowflakeException(
                2003, "42S02", COMPILATION + "Object '" + name + "' does not exist or not authorized.");
    }

    static SnowflakeException notConstant(String what) {
        return new SnowflakeException(1015, "22023", COMPILATION + what + " must be a constant.");
    }

    static SnowflakeException aliasCount(int expected, int actual) {
        return new SnowflakeException(
                2024,
                "42601",
                COMPILATION + "number of column aliases " + actual + " does not match number of columns " + expected);
    }

    static SnowflakeException viewColumns(Origin view, int declared, int produced) {
        return new SnowflakeException(
                2057,
                "42601",
                COMPILATION + "View definition for '" + view.database() + "." + view.schema() + "." + view.name()
                        + "' declared " + declared + " column(s), but view query produces " + produced
                        + " column(s).");
    }

    static SnowflakeException viewColumn(Origin view, String declared, String produced) {
        return new SnowflakeException(
                2057,
                "42601",
                COMPILATION + "View definition for '" + view.database() + "." + view.schema() + "." + view.name()
                        + "' declared column '" + declared + "', but view query produces column '" + produced + "'.");
    }

    static SnowflakeException viewExpansion(String view, SnowflakeException error) {
        return new SnowflakeException(
                2037, "42601", COMPILATION + "Failure during expansion of view '" + view + "': " + error.getMessage());
    }

    static SnowflakeException duplicateAlias(String alias) {
        return new SnowflakeException(2012, "42601", COMPILATION + "duplicate alias '" + alias + "'");
    }

    /** docs.snowflake.com/en/sql-reference/constructs/qualify, "Usage notes". */
    static SnowflakeException qualifyWithoutWindow() {
        return new SnowflakeException(
                2304,
                "42601",
                COMPILATION + "QUALIFY requires at least one window function in the SELECT list or in its predicate.");
    }
}
