package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** String functions on words, codes and likeness. */
final class WordRows {
    private static final SnowflakeType COUNT = SnowflakeType.number(18, 0);

    private static final String WORD_ENDS =
            "' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || '!?@\"^#$&~_,.:;+-*%/|\\[](){}<>'";

    private WordRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>(List.of(
                scalar("INITCAP", Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .emit(call ->
                                "sf_initcap(" + call.sql(0) + ", " + (call.size() > 1 ? call.sql(1) : WORD_ENDS) + ")"),
                scalar("SOUNDEX", Accepts.TEXT).sql("sf_soundex({0})"),
                scalar("INSERT", Accepts.TEXT, Accepts.INTEGER, Accepts.INTEGER, Accepts.TEXT)
                        .sql(
                                "(substr({0}, 1, CAST({1} - 1 AS BIGINT)) || {3} || substr({0}, CAST({1} + {2} AS BIGINT)))"),
                scalar("STRTOK", Accepts.TEXT)
                        .optional(Accepts.TEXT, Accepts.INTEGER)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_strtok({0}, {1?' '}, CAST({2?1} AS BIGINT))"),
                scalar("STRTOK_TO_ARRAY", Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_strtok_to_array({0}, {1?' '})"),
                scalar("EDITDISTANCE", Accepts.TEXT, Accepts.TEXT)
                        .optional(Accepts.INTEGER)
                        .returns(COUNT)
                        .emit(call -> call.size() < 3
                                ? "levenshtein(" + call.sql(0) + ", " + call.sql(1) + ")"
                                : "least(levenshtein(" + call.sql(0) + ", " + call.sql(1) + "), " + call.sql(2) + ")"),
                scalar("JAROWINKLER_SIMILARITY", Accepts.TEXT, Accepts.TEXT)
                        .returns(SnowflakeType.number(3, 0))
                        .sql("floor(jaro_winkler_similarity(lower({0}), lower({1})) * 100)"),
                scalar("PARSE_URL", Accepts.TEXT)
                        .optional(Accepts.INTEGER)
                        .returns(SnowflakeType.OBJECT)
                        .sql("sf_parse_url({0}, CAST({1?0} AS BIGINT))"),
                scalar("RTRIMMED_LENGTH", Accepts.TEXT).returns(COUNT).sql("length(rtrim({0}, ' '))"),
                scalar("SPACE", Accepts.INTEGER).emit(TextGrowth::spaces),
                scalar("UNICODE", Accepts.TEXT).returns(COUNT).sql("CASE WHEN {0} = '' THEN 0 ELSE unicode({0}) END"),
                scalar("OCTET_LENGTH", Accepts.BINARY_OR_TEXT).returns(COUNT).emit(call -> octets(call)),
                scalar("BIT_LENGTH", Accepts.BINARY_OR_TEXT)
                        .returns(COUNT)
                        .emit(call -> "(8 * " + octets(call) + ")")));
        for (var name : List.of("CHR", "CHAR")) {
            rows.add(scalar(name, Accepts.INTEGER).emit(WordRows::character));
        }
        return rows;
    }

    private static String character(CallText call) {
        return Sql.once(
                Map.of("c", call.sql(0)),
                "CASE WHEN x.c IS NULL THEN NULL"
                        + " WHEN x.c BETWEEN 0 AND 55295 OR x.c BETWEEN 57344 AND 1114111 THEN chr(CAST(x.c AS INTEGER)) ELSE "
                        + RunTimeError.raise(
                                100077, "22023", "Invalid character code ", "CAST(x.c AS VARCHAR)", " in the CHR input")
                        + " END");
    }

    private static String bytes(CallText call) {
        return call.type(0).is(TypeKind.BINARY) ? call.sql(0) : "encode(" + call.sql(0) + ")";
    }

    private static String octets(CallText call) {
        return "octet_length(" + bytes(call) + ")";
    }
}
