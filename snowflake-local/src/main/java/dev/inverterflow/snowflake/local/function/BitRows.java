package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions on the bits of whole numbers and of bytes (docs.snowflake.com/en/sql-reference/expressions-byte-bit). */
final class BitRows {
    private BitRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        combinations(rows);
        for (var name : List.of("BITNOT", "BIT_NOT")) {
            rows.add(
                    scalar(name, Accepts.INTEGER).returns(SnowflakeType.INTEGER).sql("(~CAST({0} AS HUGEINT))"));
            rows.add(scalar(name, Accepts.BINARY).returns(SnowflakeType.BINARY).sql("unhex(sf_bytes_not(hex({0})))"));
        }
        shifts(rows, List.of("BITSHIFTLEFT", "BIT_SHIFTLEFT"), "left");
        shifts(rows, List.of("BITSHIFTRIGHT", "BIT_SHIFTRIGHT"), "right");
        rows.add(scalar("GETBIT", Accepts.INTEGER, Accepts.INTEGER)
                .returns(SnowflakeType.INTEGER)
                .sql("sf_bit(CAST({0} AS VARCHAR), CAST({1} AS BIGINT))"));
        return rows;
    }

    private static void combinations(List<FunctionRow> rows) {
        Map<String, String> operators = Map.of(
                "and", "(CAST({0} AS HUGEINT) & CAST({1} AS HUGEINT))",
                "or", "(CAST({0} AS HUGEINT) | CAST({1} AS HUGEINT))",
                "xor", "xor(CAST({0} AS HUGEINT), CAST({1} AS HUGEINT))");
        Map<String, List<String>> names = Map.of(
                "and", List.of("BITAND", "BIT_AND"),
                "or", List.of("BITOR", "BIT_OR"),
                "xor", List.of("BITXOR", "BIT_XOR"));
        operators.forEach((operator, sql) -> names.getOrDefault(operator, List.of())
                .forEach(name -> {
                    rows.add(scalar(name, Accepts.INTEGER, Accepts.INTEGER)
                            .returns(SnowflakeType.INTEGER)
                            .sql(sql));
                    rows.add(scalar(name, Accepts.BINARY, Accepts.BINARY)
                            .optional(Accepts.TEXT_ONLY)
                            .returns(SnowflakeType.BINARY)
                            .sql("unhex(sf_bytes_" + operator + "(hex({0}), hex({1}), {2?''}))"));
                }));
    }

    private static void shifts(List<FunctionRow> rows, List<String> names, String direction) {
        for (var name : names) {
            rows.add(scalar(name, Accepts.INTEGER, Accepts.INTEGER)
                    .returns(SnowflakeType.INTEGER)
                    .sql("sf_bits_" + direction + "(CAST({0} AS VARCHAR), CAST({1} AS BIGINT))"));
            rows.add(scalar(name, Accepts.BINARY, Accepts.INTEGER)
                    .returns(SnowflakeType.BINARY)
                    .sql("unhex(sf_bytes_" + direction + "(hex({0}), CAST({1} AS BIGINT)))"));
        }
    }
}
