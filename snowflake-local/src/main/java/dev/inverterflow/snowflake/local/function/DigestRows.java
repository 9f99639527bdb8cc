package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Digests, and bytes written with hexadecimal digits or in Base64. */
final class DigestRows {
    /** As many digits as 64 bits without a sign need. */
    private static final SnowflakeType UNSIGNED_64 = SnowflakeType.number(20, 0);

    private static final String SHA2 = "sf_sha2({0}, CAST({1?256} AS BIGINT))";

    private static final String FROM_BASE64 = "from_base64(sf_base64_plain({0}, {1?''}))";

    private DigestRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        digests(rows);
        hexadecimal(rows);
        base64(rows);
        return rows;
    }

    private static void digests(List<FunctionRow> rows) {
        Map<String, String> digests = Map.of("MD5", "md5({0})", "SHA1", "sha1({0})");
        digests.forEach((name, sql) -> {
            rows.add(scalar(name, Accepts.TEXT).sql(sql));
            rows.add(scalar(name + "_HEX", Accepts.TEXT).sql(sql));
            rows.add(scalar(name + "_BINARY", Accepts.TEXT)
                    .returns(SnowflakeType.BINARY)
                    .sql("unhex(" + sql + ")"));
        });
        rows.add(scalar("SHA2", Accepts.TEXT).optional(Accepts.INTEGER).sql(SHA2));
        rows.add(scalar("SHA2_HEX", Accepts.TEXT).optional(Accepts.INTEGER).sql(SHA2));
        rows.add(scalar("SHA2_BINARY", Accepts.TEXT)
                .optional(Accepts.INTEGER)
                .returns(SnowflakeType.BINARY)
                .sql("unhex(" + SHA2 + ")"));
        rows.add(scalar("MD5_NUMBER_UPPER64", Accepts.TEXT)
                .returns(UNSIGNED_64)
                .sql("sf_hex_number(substr(md5({0}), 1, 16))"));
        rows.add(scalar("MD5_NUMBER_LOWER64", Accepts.TEXT)
                .returns(UNSIGNED_64)
                .sql("sf_hex_number(substr(md5({0}), 17, 16))"));
    }

    private static void hexadecimal(List<FunctionRow> rows) {
        rows.add(scalar("HEX_ENCODE", Accepts.BINARY_OR_TEXT)
                .optional(Accepts.INTEGER)
                .emit(DigestRows::digits));
        rows.add(scalar("HEX_DECODE_STRING", Accepts.TEXT).sql("decode(unhex({0}))"));
        rows.add(scalar("TRY_HEX_DECODE_STRING", Accepts.TEXT)
                .nulls(NullRule.ALWAYS)
                .sql("TRY(decode(unhex({0})))"));
        rows.add(scalar("HEX_DECODE_BINARY", Accepts.TEXT)
                .returns(SnowflakeType.BINARY)
                .sql("unhex({0})"));
        rows.add(scalar("TRY_HEX_DECODE_BINARY", Accepts.TEXT)
                .returns(SnowflakeType.BINARY)
                .nulls(NullRule.ALWAYS)
                .sql("TRY(unhex({0}))"));
    }

    /** The second argument chooses lower case by 0 (docs.snowflake.com/en/sql-reference/functions/hex_encode). */
    private static String digits(CallText call) {
        var hex = "hex(" + call.sql(0) + ")";
        return call.size() < 2 ? hex : "CASE WHEN " + call.sql(1) + " = 0 THEN lower(" + hex + ") ELSE " + hex + " END";
    }

    private static void base64(List<FunctionRow> rows) {
        rows.add(scalar("BASE64_ENCODE", Accepts.BINARY_OR_TEXT)
                .optional(Accepts.INTEGER, Accepts.TEXT_ONLY)
                .emit(DigestRows::encoded));
        rows.add(scalar("BASE64_DECODE_STRING", Accepts.TEXT)
                .optional(Accepts.TEXT_ONLY)
                .sql("decode(" + FROM_BASE64 + ")"));
        rows.add(scalar("TRY_BASE64_DECODE_STRING", Accepts.TEXT)
                .optional(Accepts.TEXT_ONLY)
                .nulls(NullRule.ALWAYS)
                .sql("TRY(decode(" + FROM_BASE64 + "))"));
        rows.add(scalar("BASE64_DECODE_BINARY", Accepts.TEXT)
                .optional(Accepts.TEXT_ONLY)
                .returns(SnowflakeType.BINARY)
                .sql(FROM_BASE64));
        rows.add(scalar("TRY_BASE64_DECODE_BINARY", Accepts.TEXT)
                .optional(Accepts.TEXT_ONLY)
                .returns(SnowflakeType.BINARY)
                .nulls(NullRule.ALWAYS)
                .sql("TRY(" + FROM_BASE64 + ")"));
    }

    private static String encoded(CallText call) {
        if (call.size() == 1) {
            return "to_base64(" + (call.type(0).is(TypeKind.BINARY) ? call.sql(0) : "encode(" + call.sql(0) + ")")
                    + ")";
        }
        return "sf_base64(hex(" + call.sql(0) + "), CAST(" + call.sql(1) + " AS BIGINT), "
                + (call.size() > 2 ? call.sql(2) : "''") + ")";
    }
}
