package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.VARCHAR;

/** Arrays compared, searched and changed. */
final class ArrayFunctions extends FunctionGroup {
    ArrayFunctions() {
        add("sf_array_position", BIGINT, row -> JsonArrays.position(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_arrays_overlap", BOOLEAN, row -> JsonArrays.overlap(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add(
                "sf_array_intersection",
                VARCHAR,
                row -> JsonArrays.intersection(row.text(0), row.text(1)),
                VARCHAR,
                VARCHAR);
        add("sf_array_except", VARCHAR, row -> JsonArrays.except(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        addForNulls(
                "sf_array_insert",
                VARCHAR,
                row -> row.isNull(0) || row.isNull(1)
                        ? null
                        : JsonArrays.insert(row.text(0), row.whole(1), row.textOrNull(2)),
                VARCHAR,
                BIGINT,
                VARCHAR);
        add("sf_array_remove_at", VARCHAR, row -> JsonArrays.removeAt(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_array_remove", VARCHAR, row -> JsonArrays.remove(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_array_flatten", VARCHAR, row -> JsonArrays.flatten(row.text(0)), VARCHAR);
        add(
                "sf_array_range",
                VARCHAR,
                row -> JsonArrays.range(row.whole(0), row.whole(1), row.whole(2)),
                BIGINT,
                BIGINT,
                BIGINT);
        add("sf_array_min", VARCHAR, row -> JsonArrays.least(row.text(0)), VARCHAR);
        add("sf_array_max", VARCHAR, row -> JsonArrays.greatest(row.text(0)), VARCHAR);
        add("sf_array_reverse", VARCHAR, row -> JsonArrays.reverse(row.text(0)), VARCHAR);
        add(
                "sf_array_sort",
                VARCHAR,
                row -> JsonArrays.sort(row.text(0), row.bool(1), row.bool(2)),
                VARCHAR,
                BOOLEAN,
                BOOLEAN);
        add("sf_arrays_to_object", VARCHAR, row -> JsonArrays.toObject(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add(
                "sf_get_ignore_case",
                VARCHAR,
                row -> JsonArrays.memberIgnoringCase(row.text(0), row.text(1)),
                VARCHAR,
                VARCHAR);
        add("sf_percentile_state", VARCHAR, row -> JsonArrays.percentileState(row.text(0)), VARCHAR);
        add("sf_percentile_states", VARCHAR, row -> JsonArrays.combinedStates(row.text(0)), VARCHAR);
        add(
                "sf_percentile_estimate",
                DOUBLE,
                row -> JsonArrays.percentile(row.text(0), row.floatingPoint(1)),
                VARCHAR,
                DOUBLE);
    }
}
