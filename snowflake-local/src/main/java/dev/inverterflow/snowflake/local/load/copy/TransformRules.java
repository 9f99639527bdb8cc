package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.Predicate;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the SELECT of a COPY may say beside columns: a fixed list of functions, no aggregates, windows or subqueries.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/data-load-transform#supported-functions">Transforming data during a
 *     load, supported functions</a>
 */
final class TransformRules {
    private static final Set<String> FUNCTIONS = Set.of(
            "ARRAY_CONSTRUCT",
            "ARRAY_SIZE",
            "ASCII",
            "CEIL",
            "CHAR",
            "CHECK_JSON",
            "CHECK_XML",
            "CHR",
            "CONCAT",
            "CONVERT_TIMEZONE",
            "DATE",
            "ENDSWITH",
            "EQUAL_NULL",
            "FLOOR",
            "GET",
            "GET_PATH",
            "HEX_DECODE_STRING",
            "HEX_ENCODE",
            "IFF",
            "IFNULL",
            "IS_ARRAY",
            "IS_BOOLEAN",
            "IS_DECIMAL",
            "IS_INTEGER",
            "IS_NULL_VALUE",
            "IS_OBJECT",
            "IS_TIME",
            "IS_TIMESTAMP_LTZ",
            "IS_TIMESTAMP_NTZ",
            "IS_TIMESTAMP_TZ",
            "LEN",
            "LENGTH",
            "LPAD",
            "LTRIM",
            "MD5",
            "MD5_HEX",
            "NULLIF",
            "NVL",
            "NVL2",
            "OBJECT_CONSTRUCT",
            "PARSE_IP",
            "PARSE_JSON",
            "PARSE_URL",
            "PARSE_XML",
            "RANDOM",
            "REGEXP_REPLACE",
            "REGEXP_SUBSTR",
            "REPLACE",
            "REVERSE",
            "RPAD",
            "RTRIM",
            "SPLIT",
            "SPLIT_PART",
            "STARTSWITH",
            "SUBSTR",
            "SUBSTRING",
            "TIME",
            "TO_ARRAY",
            "TO_BINARY",
            "TO_BOOLEAN",
            "TO_CHAR",
            "TO_DATE",
            "TO_DECFLOAT",
            "TO_DECIMAL",
            "TO_DOUBLE",
            "TO_NUMBER",
            "TO_NUMERIC",
            "TO_OBJECT",
            "TO_TIME",
            "TO_TIMESTAMP",
            "TO_TIMESTAMP_LTZ",
            "TO_TIMESTAMP_NTZ",
            "TO_TIMESTAMP_TZ",
            "TO_VARCHAR",
            "TO_VARIANT",
            "TRIM",
            "TRY_HEX_DECODE_STRING",
            "TRY_TO_BINARY",
            "TRY_TO_BOOLEAN",
            "TRY_TO_DATE",
            "TRY_TO_DECFLOAT",
            "TRY_TO_DECIMAL",
            "TRY_TO_DOUBLE",
            "TRY_TO_NUMBER",
            "TRY_TO_NUMERIC",
            "TRY_TO_TIME",
            "UNICODE",
            "UUID_STRING",
            "XMLGET");

    /** Functions whose optional format a COPY does not take. */
    private static final Set<String> WITHOUT_FORMAT = Set.of("TRY_TO_DATE", "TRY_TO_TIME");

    /** Functions that read a text by the session's format, or by HEX, if they are given none. */
    private static final Set<String> READERS = Set.of(
            "DATE",
            "TIME",
            "TO_BINARY",
            "TO_DATE",
            "TO_TIME",
            "TO_TIMESTAMP",
            "TO_TIMESTAMP_LTZ",
            "TO_TIMESTAMP_NTZ",
            "TO_TIMESTAMP_TZ",
            "TRY_TO_BINARY",
            "TRY_TO_DATE",
            "TRY_TO_TIME");

    private TransformRules() {}

    /** Whether an expression of a transformation may read a text as a date, time or binary without a format of its own. */
    static boolean readsTexts(Expression expression) {
        boolean reads = expression instanceof Operation.Cast
                || expression instanceof FunctionCall call
                        && call.arguments().size() == 1
                        && READERS.contains(call.name().last().name());
        return reads || parts(expression).orElse(List.of()).stream().anyMatch(TransformRules::readsTexts);
    }

    /**
     * Checks the items of a transformation.
     *
     * @throws SnowflakeException at the first that is more than listed functions over columns
     */
    static void check(List<SelectItem> items) {
        items.forEach(item -> check(item.expression()));
    }

    private static void check(Expression expression) {
        if (expression instanceof FunctionCall call) {
            checkFunction(call);
        }
        parts(expression).orElseThrow(Errors::copyTransformNotSimple).forEach(TransformRules::check);
    }

    private static void checkFunction(FunctionCall call) {
        var name = call.name().last().name();
        if (call.window() != null || call.distinct() || !call.withinGroup().isEmpty()) {
            throw Errors.copyTransformNotSimple();
        }
        if (!FUNCTIONS.contains(name)) {
            throw notInCopy(name);
        }
        if (WITHOUT_FORMAT.contains(name) && call.arguments().size() > 1) {
            throw new SnowflakeException(
                    2,
                    "0A000",
                    "SQL compilation error:\nUnsupported feature 'function " + name
                            + " with a format in a COPY transformation'.");
        }
    }

    /** Snowflake writes this one with a capital letter. */
    private static SnowflakeException notInCopy(String name) {
        return new SnowflakeException(
                2, "0A000", "SQL Compilation error: Function '" + name + "' not supported within a COPY");
    }

    /** The expressions an expression is made of; empty if it is of a kind that no transformation may have. */
    private static Optional<List<Expression>> parts(Expression expression) {
        if (expression instanceof Literal
                || expression instanceof Reference.ColumnReference
                || expression instanceof Reference.PositionalColumn) {
            return Optional.of(List.of());
        }
        if (expression instanceof FunctionCall call) {
            return of(call.arguments().stream().map(argument -> argument.value()));
        }
        if (expression instanceof Operation operation) {
            return operationParts(operation);
        }
        return expression instanceof Predicate predicate ? predicateParts(predicate) : Optional.empty();
    }

    private static Optional<List<Expression>> operationParts(Operation operation) {
        if (operation instanceof Operation.Cast cast) {
            return of(cast.operand());
        }
        if (operation instanceof Operation.PathAccess access) {
            return of(access.value());
        }
        if (operation instanceof Operation.Unary unary) {
            return of(unary.operand());
        }
        if (operation instanceof Operation.Binary binary) {
            if (binary.operator().isArithmetic()) {
                throw notInCopy(binary.operator().sql());
            }
            return of(binary.left(), binary.right());
        }
        if (operation instanceof Operation.Case cases) {
            return of(Stream.concat(
                    present(cases.operand(), cases.otherwise()).stream(),
                    cases.whens().stream().flatMap(when -> Stream.of(when.condition(), when.result()))));
        }
        if (operation instanceof Operation.RowValue row) {
            return Optional.of(row.items());
        }
        if (operation instanceof Operation.ArrayConstructor array) {
            return Optional.of(array.items());
        }
        return operation instanceof Operation.ObjectConstructor object
                ? of(object.entries().stream().map(Operation.ObjectEntry::value))
                : Optional.empty();
    }

    private static Optional<List<Expression>> predicateParts(Predicate predicate) {
        if (predicate instanceof Predicate.Like like) {
            return of(Stream.concat(present(like.value(), like.escape()).stream(), like.patterns().stream()));
        }
        if (predicate instanceof Predicate.Between between) {
            return of(between.value(), between.low(), between.high());
        }
        if (predicate instanceof Predicate.InList in) {
            return of(Stream.concat(Stream.of(in.value()), in.items().stream()));
        }
        if (predicate instanceof Predicate.IsNull isNull) {
            return of(isNull.value());
        }
        if (predicate instanceof Predicate.IsBoolean isBoolean) {
            return of(isBoolean.value());
        }
        return predicate instanceof Predicate.IsDistinctFrom distinct
                ? of(distinct.left(), distinct.right())
                : Optional.empty();
    }

    private static Optional<List<Expression>> of(Expression... parts) {
        return Optional.of(List.of(parts));
    }

    private static Optional<List<Expression>> of(Stream<Expression> parts) {
        return Optional.of(parts.toList());
    }

    private static List<Expression> present(@Nullable Expression... parts) {
        var present = new ArrayList<Expression>();
        Arrays.stream(parts).filter(part -> part != null).forEach(present::add);
        return present;
    }
}
