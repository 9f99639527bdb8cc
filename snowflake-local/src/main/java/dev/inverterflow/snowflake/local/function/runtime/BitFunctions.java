package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import java.util.function.IntBinaryOperator;

/** Bits, and codes that are written with letters and digits. */
final class BitFunctions extends FunctionGroup {
    BitFunctions() {
        add("sf_bits_left", VARCHAR, row -> Bits.left(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_bits_right", VARCHAR, row -> Bits.right(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_bit", BIGINT, row -> Bits.bit(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_signed_64", BIGINT, row -> Bits.signed64(row.text(0)), VARCHAR);
        combination("sf_bytes_and", (a, b) -> a & b);
        combination("sf_bytes_or", (a, b) -> a | b);
        combination("sf_bytes_xor", (a, b) -> a ^ b);
        add("sf_bytes_not", VARCHAR, row -> Bits.not(row.text(0)), VARCHAR);
        add("sf_bytes_left", VARCHAR, row -> Bits.bytesLeft(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_bytes_right", VARCHAR, row -> Bits.bytesRight(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        add("sf_hex_number", VARCHAR, row -> Digests.number(row.text(0)), VARCHAR);
        add(
                "sf_base64",
                VARCHAR,
                row -> Base64Text.encode(row.text(0), row.whole(1), row.text(2)),
                VARCHAR,
                BIGINT,
                VARCHAR);
        add("sf_base64_plain", VARCHAR, row -> Base64Text.plain(row.text(0), row.text(1)), VARCHAR, VARCHAR);
    }

    private void combination(String name, IntBinaryOperator operator) {
        add(
                name,
                VARCHAR,
                row -> Bits.combined(row.text(0), row.text(1), row.text(2), operator),
                VARCHAR,
                VARCHAR,
                VARCHAR);
    }
}
