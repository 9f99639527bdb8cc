package dev.inverterflow.snowflake.local.error;

import java.util.Set;

/** The known errors, with Snowflake's code, SQLSTATE and wording. Names are given as Snowflake shows them, unquoted. */
public final class Errors {
    /** The code of {@link #objectDoesNotExist(String)}. */
    public static final int OBJECT_MISSING = 2003;

    private static final Set<String> READABLE_KINDS = Set.of("Object", "Table", "View");
    private static final String NOT_SUPPORTED = "not supported by snowflake-local: ";
    private static final String COMPILATION = "SQL compilation error:\n";
    private static final String AT_POSITION = "SQL compilation error: error line %d at position %d\n";
    private static final String QUALIFY = "Call 'USE %s', or use a qualified name.";

    private Errors() {}

    /**
     * The statement's text is not SQL as Snowflake knows it.
     *
     * @param line 1-based
     * @param position 0-based column in the line
     * @param token the first token that does not fit, as written; {@code <EOF>} at the end
     */
    public static SnowflakeException syntaxError(int line, int position, String token) {
        return new SnowflakeException(
                1003,
                "42000",
                COMPILATION + "syntax error line %d at position %d unexpected '%s'.".formatted(line, position, token),
                line,
                position);
    }

    /** A text of blanks and comments only. */
    public static SnowflakeException emptyStatement() {
        return new SnowflakeException(900, "42601", COMPILATION + "Empty SQL statement.");
    }

    /** A request with several statements, or fewer or more than announced by MULTI_STATEMENT_COUNT. */
    public static SnowflakeException statementCountMismatch(int actual, int desired) {
        return new SnowflakeException(
                8,
                "0A000",
                "Actual statement count %d did not match the desired statement count %d.".formatted(actual, desired));
    }

    /** Known to Snowflake, unknown here; {@code what} names it, for example {@code CREATE DYNAMIC TABLE}. */
    public static SnowflakeException notSupported(String what) {
        return new SnowflakeException(2, "0A000", NOT_SUPPORTED + what);
    }

    /** As {@link #notSupported(String)}, at a place of the statement. */
    public static SnowflakeException notSupported(String what, int line, int position) {
        return new SnowflakeException(2, "0A000", NOT_SUPPORTED + what, line, position);
    }

    /** Whether an error says that the stand-in lacks something, so is none of Snowflake's. */
    public static boolean isNotSupported(SnowflakeException error) {
        return error.getMessage().startsWith(NOT_SUPPORTED);
    }

    /**
     * A table function that depends on the relations before it, as the right side of an outer join or of a join with
     * a condition; Snowflake has only the inner join without one.
     */
    public static SnowflakeException lateralFunctionWithJoinSyntax() {
        return new SnowflakeException(
                2,
                "0A000",
                "SQL compilation error:\nUnsupported feature 'lateral table function called with OUTER JOIN syntax"
                        + " or a join predicate (ON clause)'.");
    }

    /** A table, view, stage … that a query, DML or DDL names is not there. */
    public static SnowflakeException objectDoesNotExist(String name) {
        return objectDoesNotExist("Object", name);
    }

    /**
     * As {@link #objectDoesNotExist(String)}, naming the kind in Snowflake's writing, for example {@code Table}. Only what
     * a FROM may name has the SQLSTATE of a missing table; any other thing that of missing data.
     */
    public static SnowflakeException objectDoesNotExist(String kind, String name) {
        return new SnowflakeException(
                OBJECT_MISSING,
                READABLE_KINDS.contains(kind) ? "42S02" : "02000",
                COMPILATION + "%s '%s' does not exist or not authorized.".formatted(kind, name));
    }

    /** ADD COLUMN of one that is there. */
    public static SnowflakeException columnAlreadyExists(String name) {
        return new SnowflakeException(1430, "42601", COMPILATION + "column '%s' already exists".formatted(name));
    }

    /** A view or stream where a statement needs a table. */
    public static SnowflakeException notATable(String name) {
        return new SnowflakeException(
                2003, "42S02", COMPILATION + "Object '%s' is not a table: its rows cannot be changed.".formatted(name));
    }

    /** What a procedure may not do, most of it with owner's rights only; {@code what} as in {@code ALTER_SESSION}. */
    public static SnowflakeException unsupportedInProcedure(String what) {
        return new SnowflakeException(
                90236, "42601", "Stored procedure execution error: Unsupported statement type '%s'.".formatted(what));
    }

    /** A function that an owner's-rights procedure may not call. */
    public static SnowflakeException sideEffectsInProcedure(String function) {
        return new SnowflakeException(
                90236,
                "42601",
                "Stored procedure execution error: Query called from a stored procedure contains a function with side"
                        + " effects [%s].".formatted(function));
    }

    /** What Snowflake itself does not have, or not here. */
    public static SnowflakeException unsupportedFeature(String what) {
        return new SnowflakeException(2, "0A000", COMPILATION + "Unsupported feature '%s'.".formatted(what));
    }

    /** USE, DROP or SHOW of a container that is not there. */
    public static SnowflakeException containerDoesNotExist() {
        return new SnowflakeException(
                2043, "02000", COMPILATION + "Object does not exist, or operation cannot be performed.");
    }

    /** The name is taken. */
    public static SnowflakeException alreadyExists(String name) {
        return new SnowflakeException(2002, "42710", COMPILATION + "Object '%s' already exists.".formatted(name));
    }

    /** A table where a view is to be made, or the other way round; {@code kind} is what is there. */
    public static SnowflakeException alreadyExistsAs(String name, String kind) {
        return new SnowflakeException(
                1998, "42710", COMPILATION + "Object '%s' already exists as %s".formatted(name, kind));
    }

    /** A table that is treated as a view, or the other way round. */
    public static SnowflakeException otherType(String found, String specified) {
        return new SnowflakeException(
                2203,
                "02000",
                COMPILATION + "Object found is of type '%s', not specified type '%s'.".formatted(found, specified));
    }

    /** A column that no table of the query has. */
    public static SnowflakeException invalidIdentifier(String name, int line, int position) {
        return new SnowflakeException(
                904,
                "42000",
                "SQL compilation error: error line %d at position %d\ninvalid identifier '%s'"
                        .formatted(line, position, name),
                line,
                position);
    }

    /** A function that neither Snowflake nor the account has. */
    public static SnowflakeException unknownFunction(String name) {
        return new SnowflakeException(2140, "42601", COMPILATION + "Unknown function " + name);
    }

    /** A user-defined function or procedure called with argument types that no overload takes. */
    public static SnowflakeException unknownUserFunction(String name) {
        return new SnowflakeException(2141, "42P13", COMPILATION + "Unknown user-defined function " + name);
    }

    /** Too few arguments for a function. */
    public static SnowflakeException notEnoughArguments(
            String function, int expected, int actual, int line, int position) {
        return new SnowflakeException(
                938,
                "22023",
                (AT_POSITION + "not enough arguments for function [%s], expected %d, got %d")
                        .formatted(line, position, function, expected, actual),
                line,
                position);
    }

    /** Too many arguments for a function. */
    public static SnowflakeException tooManyArguments(
            String function, int expected, int actual, int line, int position) {
        return new SnowflakeException(
                939,
                "22023",
                (AT_POSITION + "too many arguments for function [%s] expected %d, got %d")
                        .formatted(line, position, function, expected, actual),
                line,
                position);
    }

    /** A function that does not take these types; {@code types} as in {@code VARCHAR, NUMBER}. */
    public static SnowflakeException invalidArgumentTypes(String function, String types, int line, int position) {
        return new SnowflakeException(
                1044,
                "42P13",
                "SQL compilation error: error line %d at position %d\nInvalid argument types for function '%s': (%s)"
                        .formatted(line, position, function, types),
                line,
                position);
    }

    /** {@code $name} without a SET before it. */
    public static SnowflakeException unknownSessionVariable(String name, int line, int position) {
        return new SnowflakeException(
                2211,
                "02000",
                "SQL compilation error: error line %d at position %d\nSession variable '$%s' does not exist"
                        .formatted(line, position, name),
                line,
                position);
    }

    /** A property that the kind of object does not have; {@code kind} as in {@code TASK}. */
    public static SnowflakeException invalidProperty(String property, String kind) {
        return new SnowflakeException(
                1420, "22023", COMPILATION + "invalid property '%s' for '%s'".formatted(property, kind));
    }

    /** A property written twice. */
    public static SnowflakeException duplicateProperty(String property) {
        return new SnowflakeException(
                1424,
                "42601",
                COMPILATION
                        + "duplicate property '%s'; only one property with this name is permitted."
                                .formatted(property));
    }

    /** An option of COPY, of a file format or a session parameter that does not exist. */
    public static SnowflakeException invalidParameter(String parameter) {
        return new SnowflakeException(1006, "22023", COMPILATION + "invalid parameter '%s'".formatted(parameter));
    }

    /** A value that the property or parameter does not take. */
    public static SnowflakeException invalidValue(String value, String parameter) {
        return new SnowflakeException(
                1008, "22023", COMPILATION + "invalid value [%s] for parameter '%s'".formatted(value, parameter));
    }

    /** Two options that exclude each other, for example OR REPLACE and IF NOT EXISTS. */
    public static SnowflakeException incompatibleOptions(String first, String second) {
        return new SnowflakeException(
                1000, "42601", COMPILATION + "options %s and %s are incompatible.".formatted(first, second));
    }

    /** A transformation in COPY that is more than one plain SELECT over a stage. */
    public static SnowflakeException copyTransformNotSimple() {
        return new SnowflakeException(
                2098,
                "0A000",
                COMPILATION + "COPY statement only supports simple SELECT from stage statements for import.");
    }

    /** The role may not do this; {@code kind} as in {@code table}. */
    public static SnowflakeException insufficientPrivileges(String kind, String name) {
        return new SnowflakeException(
                3001,
                "42501",
                "SQL access control error:\nInsufficient privileges to operate on %s '%s'".formatted(kind, name));
    }

    /** Text that is no number. */
    public static SnowflakeException numericNotRecognized(String value) {
        return new SnowflakeException(100038, "22018", "Numeric value '%s' is not recognized".formatted(value));
    }

    /** Text that is no timestamp. */
    public static SnowflakeException timestampNotRecognized(String value) {
        return new SnowflakeException(100035, "22007", "Timestamp '%s' is not recognized".formatted(value));
    }

    /** Text that is no date. */
    public static SnowflakeException dateNotRecognized(String value) {
        return new SnowflakeException(100040, "22007", "Date '%s' is not recognized".formatted(value));
    }

    /** NULL for a column that is NOT NULL. */
    public static SnowflakeException nullInNonNullableColumn() {
        return new SnowflakeException(100072, "22000", "NULL result in a non-nullable column");
    }

    /** A division by zero. */
    public static SnowflakeException divisionByZero() {
        return new SnowflakeException(100051, "22012", "Division by zero");
    }

    /** A name without a database in a session without one; {@code action} as in {@code SELECT}. */
    public static SnowflakeException noCurrentDatabase(String action) {
        return new SnowflakeException(
                90105,
                "22000",
                "Cannot perform %s. This session does not have a current database. ".formatted(action)
                        + QUALIFY.formatted("DATABASE"));
    }

    /** A name without a schema in a session without one; {@code action} as in {@code SELECT}. */
    public static SnowflakeException noCurrentSchema(String action) {
        return new SnowflakeException(
                90106,
                "22000",
                "Cannot perform %s. This session does not have a current schema. ".formatted(action)
                        + QUALIFY.formatted("SCHEMA"));
    }

    /** A Java handler ended with an exception; {@code detail} is Snowflake's text about it. */
    public static SnowflakeException handlerFailed(String detail, Throwable cause) {
        return new SnowflakeException(100132, "P0000", detail, cause);
    }

    /** The client gave up, or the statement's time is over. */
    public static SnowflakeException statementCanceled() {
        return new SnowflakeException(604, "57014", "SQL execution canceled");
    }

    /** The stand-in itself failed; {@code where} says at what. The cause is for logs. */
    public static SnowflakeException internal(String where, Throwable cause) {
        return new SnowflakeException(603, "XX000", "SQL execution internal error:\n" + where, cause);
    }
}
