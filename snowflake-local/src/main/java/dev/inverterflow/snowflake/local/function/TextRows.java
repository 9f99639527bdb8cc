package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** String functions and regular expressions. */
final class TextRows {
    private static final SnowflakeType COUNT = SnowflakeType.number(18, 0);

    private static final char SHARP_S = '\u00df';
    private static final int NO_CHARACTER = 0xFDD0;

    private static final Pattern EVERYWHERE_ALIKE = Pattern.compile(
            "([A-Za-z0-9 :_-]|\\[[A-Za-z0-9.]+(-[A-Za-z0-9]+)*]|[()|]|(?<=[A-Za-z0-9\\])])([+*?]|\\{[0-9]{1,2}(,[0-9]{1,2})?}))+");

    private TextRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        rows.addAll(plain());
        rows.addAll(regularExpressions());
        return rows;
    }

    private static List<FunctionRow> plain() {
        List<FunctionRow> rows = new ArrayList<>(List.of(
                scalar("UPPER", Accepts.TEXT).emit(TextRows::upper),
                scalar("LOWER", Accepts.TEXT).sql("lower({0})"),
                scalar("TRIM", Accepts.TEXT).optional(Accepts.TEXT).sql("trim({0}, {1?' '})"),
                scalar("LTRIM", Accepts.TEXT).optional(Accepts.TEXT).sql("ltrim({0}, {1?' '})"),
                scalar("RTRIM", Accepts.TEXT).optional(Accepts.TEXT).sql("rtrim({0}, {1?' '})"),
                scalar("LPAD", Accepts.TEXT, Accepts.INTEGER)
                        .optional(Accepts.TEXT)
                        .emit(TextGrowth.padded("lpad")),
                scalar("RPAD", Accepts.TEXT, Accepts.INTEGER)
                        .optional(Accepts.TEXT)
                        .emit(TextGrowth.padded("rpad")),
                scalar("REPLACE", Accepts.TEXT, Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .emit(TextGrowth::replace),
                scalar("TRANSLATE", Accepts.TEXT, Accepts.TEXT, Accepts.TEXT).sql("translate({0}, {1}, {2})"),
                scalar("REVERSE", Accepts.TEXT).sql("reverse({0})"),
                scalar("REPEAT", Accepts.TEXT, Accepts.INTEGER).emit(TextGrowth::repeat),
                scalar("LEFT", Accepts.TEXT, Accepts.INTEGER).sql("left({0}, greatest(CAST({1} AS BIGINT), 0))"),
                scalar("RIGHT", Accepts.TEXT, Accepts.INTEGER).sql("right({0}, greatest(CAST({1} AS BIGINT), 0))"),
                scalar("SPLIT_PART", Accepts.TEXT, Accepts.TEXT, Accepts.INTEGER)
                        .sql("split_part({0}, {1}, CAST(CASE WHEN {2} = 0 THEN 1 ELSE {2} END AS INTEGER))"),
                scalar("SPLIT", Accepts.TEXT, Accepts.TEXT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_split({0}, {1})"),
                scalar("ASCII", Accepts.TEXT)
                        .returns(SnowflakeType.number(3, 0))
                        .sql("CASE WHEN {0} = '' THEN 0 ELSE ascii({0}) END"),
                scalar("STARTSWITH", Accepts.TEXT, Accepts.TEXT)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("starts_with({0}, {1})"),
                scalar("ENDSWITH", Accepts.TEXT, Accepts.TEXT)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("ends_with({0}, {1})"),
                scalar("CONTAINS", Accepts.TEXT, Accepts.TEXT)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("contains({0}, {1})"),
                scalar("UUID_STRING").nulls(NullRule.NEVER).sql("CAST(uuid() AS VARCHAR)")));
        for (var name : List.of("SUBSTR", "SUBSTRING")) {
            rows.add(scalar(name, Accepts.TEXT, Accepts.INTEGER)
                    .optional(Accepts.INTEGER)
                    .emit(TextRows::substring));
        }
        for (var name : List.of("LENGTH", "LEN")) {
            rows.add(scalar(name, Accepts.TEXT).returns(COUNT).sql("length({0})"));
        }
        for (var name : List.of("CHARINDEX", "POSITION")) {
            rows.add(scalar(name, Accepts.TEXT, Accepts.TEXT)
                    .optional(Accepts.INTEGER)
                    .returns(COUNT)
                    .emit(TextRows::position));
        }
        return rows;
    }

    private static String position(CallText call) {
        if (call.size() < 3) {
            return "strpos(" + call.sql(1) + ", " + call.sql(0) + ")";
        }
        return Sql.once(
                Map.of("n", call.sql(0), "h", call.sql(1), "s", "CAST(" + call.sql(2) + " AS BIGINT)"),
                "CASE WHEN strpos(substr(x.h, x.s), x.n) = 0 THEN 0 ELSE strpos(substr(x.h, x.s), x.n) + x.s - 1 END");
    }

    /** Position 0 counts as 1. */
    private static String substring(CallText call) {
        var start = call.sql(1);
        var from = "CAST(CASE WHEN " + start + " = 0 THEN 1 ELSE " + start + " END AS BIGINT)";
        var length = call.size() < 3 ? "" : ", CAST(greatest(" + call.sql(2) + ", 0) AS BIGINT)";
        return "substr(" + call.sql(0) + ", " + from + length + ")";
    }

    /**
     * DuckDB knows a capital sharp s, which is not what the small one's upper case is: that has none of one letter. It is
     * kept by a code point that stands for no character.
     */
    private static String upper(CallText call) {
        var text = call.sql(0);
        var constant = call.arguments().get(0).constant();
        if (constant != null && constant.indexOf(SHARP_S) < 0) {
            return "upper(" + text + ")";
        }
        return "replace(upper(replace(" + text + ", '" + SHARP_S + "', chr(" + NO_CHARACTER + "))), chr(" + NO_CHARACTER
                + "), '" + SHARP_S + "')";
    }

    private static List<FunctionRow> regularExpressions() {
        List<FunctionRow> rows = new ArrayList<>();
        for (var name : List.of("REGEXP_LIKE", "RLIKE")) {
            rows.add(scalar(name, Accepts.TEXT, Accepts.TEXT)
                    .optional(Accepts.TEXT)
                    .returns(SnowflakeType.BOOLEAN)
                    .emit(TextRows::regexpLike));
        }
        rows.add(scalar("REGEXP_SUBSTR", Accepts.TEXT, Accepts.TEXT)
                .optional(Accepts.INTEGER, Accepts.INTEGER, Accepts.TEXT, Accepts.INTEGER)
                .nulls(NullRule.ALWAYS)
                .sql("sf_regexp_substr({0}, {1}, CAST({2?1} AS BIGINT), CAST({3?1} AS BIGINT), {4?'c'},"
                        + " CAST({5?-1} AS BIGINT))"));
        for (var name : List.of("REGEXP_SUBSTR_ALL", "REGEXP_EXTRACT_ALL")) {
            rows.add(scalar(name, Accepts.TEXT, Accepts.TEXT)
                    .optional(Accepts.INTEGER, Accepts.INTEGER, Accepts.TEXT, Accepts.INTEGER)
                    .returns(SnowflakeType.ARRAY)
                    .nulls(NullRule.ALWAYS)
                    .sql("sf_regexp_substr_all({0}, {1}, CAST({2?1} AS BIGINT), CAST({3?1} AS BIGINT), {4?'c'},"
                            + " CAST({5?-1} AS BIGINT))"));
        }
        rows.add(scalar("REGEXP_REPLACE", Accepts.TEXT, Accepts.TEXT)
                .optional(Accepts.TEXT, Accepts.INTEGER, Accepts.INTEGER, Accepts.TEXT)
                .sql("sf_regexp_replace({0}, {1}, {2?''}, CAST({3?1} AS BIGINT), CAST({4?0} AS BIGINT), {5?'c'})"));
        rows.add(scalar("REGEXP_COUNT", Accepts.TEXT, Accepts.TEXT)
                .optional(Accepts.INTEGER, Accepts.TEXT)
                .returns(COUNT)
                .sql("sf_regexp_count({0}, {1}, CAST({2?1} AS BIGINT), {3?'c'})"));
        rows.add(scalar("REGEXP_INSTR", Accepts.TEXT, Accepts.TEXT)
                .optional(Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER, Accepts.TEXT)
                .returns(COUNT)
                .sql("sf_regexp_instr({0}, {1}, CAST({2?1} AS BIGINT), CAST({3?1} AS BIGINT), CAST({4?0} AS BIGINT),"
                        + " {5?'c'})"));
        return rows;
    }

    /** DuckDB matches what any engine reads alike by itself: letters, digits, sets of them, groups and counts. */
    private static String regexpLike(CallText call) {
        var pattern = call.arguments().get(1).constant();
        if (call.size() == 2 && pattern != null && isEverywhereAlike(pattern)) {
            return "regexp_full_match(" + call.sql(0) + ", " + Sql.literal(pattern) + ")";
        }
        var parameters = call.size() == 2 ? "'c'" : call.sql(2);
        return "sf_regexp_like(" + call.sql(0) + ", " + call.sql(1) + ", " + parameters + ")";
    }

    /** What is no regular expression is left to the function that says so in Snowflake's words. */
    private static boolean isEverywhereAlike(String pattern) {
        if (!EVERYWHERE_ALIKE.matcher(pattern).matches()) {
            return false;
        }
        try {
            return !Pattern.compile(pattern).pattern().isEmpty();
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }
}
