package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;
import java.util.stream.Collectors;

/** Functions that make data: hashes and random values (docs.snowflake.com/en/sql-reference/functions-data-generation). */
final class DataRows {
    private static final SnowflakeType HASH = SnowflakeType.number(19, 0);

    /** DuckDB's random() lies between 0 and 1; a bigint has 64 bits. */
    private static final String RANDOM = "floor((random() - 0.5) * 18446744073709549568)";

    private DataRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                scalar("HASH", Accepts.ANY)
                        .repeating(1)
                        .returns(HASH)
                        .nulls(NullRule.NEVER)
                        .emit(call -> hash(call.arguments())),
                scalar("RANDOM").returns(HASH).nulls(NullRule.NEVER).sql(RANDOM),
                // The second argument keeps DuckDB from computing the call once for all rows.
                scalar("RANDOM", Accepts.INTEGER)
                        .returns(HASH)
                        .nulls(NullRule.NEVER)
                        .sql("sf_random(CAST({0} AS BIGINT), random())"),
                scalar("UNIFORM", Accepts.NUMBER, Accepts.NUMBER, Accepts.INTEGER)
                        .returns(DataRows::between)
                        .emit(DataRows::uniform),
                scalar("NORMAL", Accepts.FLOAT, Accepts.FLOAT, Accepts.INTEGER)
                        .returns(SnowflakeType.FLOAT)
                        .sql("({0} + {1} * sqrt(-2 * ln(" + fraction("{2}") + ")) * cos(2 * pi() * "
                                + fraction("{2} + 1") + "))"),
                scalar("RANDSTR", Accepts.INTEGER, Accepts.INTEGER)
                        .sql("sf_random_text(CAST({0} AS BIGINT), CAST({1} AS BIGINT))"));
    }

    /** A letter for the kind stands before each value, so that 1 and '1' differ, and 1 and 1.0 do not. */
    static String hash(List<Argument> arguments) {
        return "sf_hash(" + arguments.stream().map(DataRows::hashed).collect(Collectors.joining(", ")) + ")";
    }

    private static String hashed(Argument argument) {
        var type = argument.type();
        var letter = type.kind().isNumeric() ? "n" : type.is(TypeKind.TEXT) ? "s" : "o";
        var value = type.is(TypeKind.BINARY) ? "hex(" + argument.sql() + ")" : argument.sql();
        return "'" + letter + "' || CAST(" + value + " AS VARCHAR)";
    }

    private static SnowflakeType between(List<Argument> arguments) {
        var low = arguments.get(0).type();
        var high = arguments.get(1).type();
        return low.is(TypeKind.FIXED) && high.is(TypeKind.FIXED) && low.scale() == 0 && high.scale() == 0
                ? SnowflakeType.INTEGER
                : SnowflakeType.FLOAT;
    }

    private static String uniform(CallText call) {
        var low = call.sql(0);
        var high = call.sql(1);
        var generator = "sf_mixed(CAST(" + call.sql(2) + " AS BIGINT))";
        if (call.result().is(TypeKind.FIXED)) {
            return "(" + low + " + (CAST(" + generator + " AS HUGEINT) + 9223372036854775808) % CAST(" + high + " - "
                    + low + " + 1 AS HUGEINT))";
        }
        return "(CAST(" + low + " AS DOUBLE) + (CAST(" + high + " AS DOUBLE) - CAST(" + low + " AS DOUBLE)) * "
                + fraction(call.sql(2)) + ")";
    }

    /** A number between 0, left out, and 1. */
    private static String fraction(String generator) {
        return "((CAST(sf_mixed(CAST(" + generator + " AS BIGINT)) AS DOUBLE) + 9223372036854775809.0)"
                + " / 18446744073709551617.0)";
    }
}
