package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import dev.inverterflow.snowflake.local.error.Errors;
import java.math.BigDecimal;

/** Numbers in text, and arithmetic that DuckDB does in floating point. */
final class NumberFunctions extends FunctionGroup {
    NumberFunctions() {
        add(
                "sf_decimal",
                VARCHAR,
                row -> NumberText.decimal(row.text(0), (int) row.whole(1), (int) row.whole(2)),
                VARCHAR,
                BIGINT,
                BIGINT);
        add("sf_double", DOUBLE, row -> NumberText.floatingPoint(row.text(0)), VARCHAR);
        add("sf_boolean", BOOLEAN, row -> NumberText.bool(row.text(0)), VARCHAR);
        add(
                "sf_divide",
                VARCHAR,
                row -> NumberText.divide(row.text(0), row.text(1), (int) row.whole(2)),
                VARCHAR,
                VARCHAR,
                BIGINT);
        add(
                "sf_multiply",
                VARCHAR,
                row -> NumberText.multiply(row.text(0), row.text(1), (int) row.whole(2)),
                VARCHAR,
                VARCHAR,
                BIGINT);
        add("sf_remainder", VARCHAR, row -> NumberText.remainder(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_double_text", VARCHAR, row -> NumberText.text(row.floatingPoint(0)), DOUBLE);
        add("sf_truncate", VARCHAR, row -> NumberText.truncate(row.text(0), (int) row.whole(1)), VARCHAR, BIGINT);
        add("sf_round", VARCHAR, row -> NumberText.round(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_number_text", VARCHAR, row -> NumberByFormat.write(finite(row.text(0)), row.text(1)), VARCHAR, VARCHAR);
        add(
                "sf_real_by_format",
                VARCHAR,
                row -> NumberByFormat.write(NumberText.shortest(row.floatingPoint(0)), row.text(1)),
                DOUBLE,
                VARCHAR);
        add(
                "sf_real_digits",
                VARCHAR,
                row -> NumberText.digits(row.floatingPoint(0), (int) row.whole(1)),
                DOUBLE,
                BIGINT);
        add("sf_round_half_even", VARCHAR, row -> NumberText.roundHalfEven(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_real_boolean", BOOLEAN, row -> NumberText.bool(row.floatingPoint(0)), DOUBLE);
        add("sf_number_by", VARCHAR, row -> NumberByFormat.parse(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add(
                "sf_real",
                DOUBLE,
                row -> finite(row.text(0), row.floatingPoint(1), row.floatingPoint(2)),
                VARCHAR,
                DOUBLE,
                DOUBLE);
        add("sf_cbrt", DOUBLE, row -> Math.cbrt(row.floatingPoint(0)), DOUBLE);
        add("sf_mixed", BIGINT, row -> Hash.mixed(row.whole(0)), BIGINT);
        add("sf_random", BIGINT, row -> Hash.mixed(row.whole(0) + row.index()), BIGINT, DOUBLE);
        add("sf_random_text", VARCHAR, row -> RandomText.of(row.whole(0), row.whole(1)), BIGINT, BIGINT);
        add("sf_double_variant", VARCHAR, row -> JsonNumber.ofDouble(row.floatingPoint(0)), DOUBLE);
    }

    private static BigDecimal finite(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException infinite) {
            throw Errors.notSupported("a format for " + number);
        }
    }

    /** What a function made of an argument; of a finite one it must be finite. */
    private static double finite(String function, double result, double argument) {
        if (Double.isFinite(argument) && !Double.isFinite(result)) {
            throw ValueErrors.floatingPoint(function);
        }
        return result;
    }
}
