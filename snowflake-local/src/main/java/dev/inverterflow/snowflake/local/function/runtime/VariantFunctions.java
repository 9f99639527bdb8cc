package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.TIMESTAMP;
import static org.duckdb.DuckDBColumnType.VARCHAR;

/** Casts of a VARIANT. */
final class VariantFunctions extends FunctionGroup {
    VariantFunctions() {
        add("sf_json", VARCHAR, row -> VariantDisplay.json(row.text(0)), VARCHAR);
        add("sf_variant_text", VARCHAR, row -> VariantCast.text(row.text(0)), VARCHAR);
        add(
                "sf_variant_decimal",
                VARCHAR,
                row -> VariantCast.decimal(row.text(0), (int) row.whole(1), (int) row.whole(2)),
                VARCHAR,
                BIGINT,
                BIGINT);
        add("sf_variant_double", DOUBLE, row -> VariantCast.floatingPoint(row.text(0)), VARCHAR);
        add("sf_variant_boolean", BOOLEAN, row -> VariantCast.bool(row.text(0)), VARCHAR);
        add("sf_variant_array", VARCHAR, row -> VariantCast.array(row.text(0)), VARCHAR);
        add("sf_variant_object", VARCHAR, row -> VariantCast.object(row.text(0)), VARCHAR);
        add(
                "sf_variant_moment",
                TIMESTAMP,
                row -> time(VariantCast.moment(row.text(0), kind(row, 1), row.zone(2)), kind(row, 1)),
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_variant_offset",
                BIGINT,
                row -> offset(VariantCast.moment(row.text(0), kind(row, 1), row.zone(2))),
                VARCHAR,
                VARCHAR,
                VARCHAR);
    }
}
