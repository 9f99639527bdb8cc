package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Set;

/**
 * What the SELECT of a COPY may contain: expressions over one row, with the functions on Snowflake's list and no others.
 *
 * <p>Source: docs.snowflake.com/en/user-guide/data-load-transform, "Supported functions". Notably not on it:
 * TRY_PARSE_JSON, TRY_TO_TIMESTAMP, DATEADD, DATE_TRUNC, UPPER, LOWER, SYSDATE, CURRENT_TIMESTAMP.
 */
public final class CopyTransformRules {
    private static final Set<String> FUNCTIONS = Set.of(
            "ARRAY_CONSTRUCT",
            "ARRAY_SIZE",
            "ASCII",
            "CEIL",
            "CHECK_JSON",
            "CHECK_XML",
            "CHR",
            "CHAR",
            "CONCAT",
            "CONVERT_TIMEZONE",
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
            "IS_TIMESTAMP_NTZ",
            "IS_TIMESTAMP_LTZ",
            "IS_TIMESTAMP_TZ",
            "LENGTH",
            "LEN",
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
            "TO_ARRAY",
            "TO_BINARY",
            "TO_BOOLEAN",
            "TO_CHAR",
            "TO_VARCHAR",
            "TO_DATE",
            "DATE",
            "TO_DECFLOAT",
            "TO_DECIMAL",
            "TO_NUMBER",
            "TO_NUMERIC",
            "TO_DOUBLE",
            "TO_OBJECT",
            "TO_TIME",
            "TIME",
            "TO_TIMESTAMP",
            "TO_TIMESTAMP_NTZ",
            "TO_TIMESTAMP_LTZ",
            "TO_TIMESTAMP_TZ",
            "TO_VARIANT",
            "TRIM",
            "TRY_HEX_DECODE_STRING",
            "TRY_TO_BINARY",
            "TRY_TO_BOOLEAN",
            "TRY_TO_DATE",
            "TRY_TO_DECFLOAT",
            "TRY_TO_DECIMAL",
            "TRY_TO_NUMBER",
            "TRY_TO_NUMERIC",
            "TRY_TO_DOUBLE",
            "TRY_TO_TIME",
            "UNICODE",
            "UUID_STRING",
            "XMLGET");
    private static final Set<String> WITHOUT_FORMAT = Set.of("TRY_TO_DATE", "TRY_TO_TIME");

    private CopyTransformRules() {}

    /**
     * Checks every item.
     *
     * @throws SnowflakeException 002098 for a subquery, an aggregate, a window function or a function that is not listed
     */
    public static void check(CopySource.Transform transform) {
        for (var item : transform.items()) {
            check(item.expression());
        }
    }

    private static void check(Expression expression) {
        if (ExpressionTrees.hasQuery(expression)) {
            throw Errors.copyTransformNotSimple();
        }
        if (expression instanceof FunctionCall call) {
            check(call);
        }
        ExpressionTrees.children(expression).forEach(CopyTransformRules::check);
    }

    private static void check(FunctionCall call) {
        var name = call.name().last().name();
        if (call.window() != null || call.name().size() > 1 || !FUNCTIONS.contains(name)) {
            throw notListed(name);
        }
        if (WITHOUT_FORMAT.contains(name) && call.arguments().size() > 1) {
            throw notListed(name + " with a format");
        }
    }

    private static SnowflakeException notListed(String function) {
        return new SnowflakeException(
                2098,
                "0A000",
                "SQL compilation error:\nFunction " + function + " is not supported in the transformation of a COPY.");
    }
}
