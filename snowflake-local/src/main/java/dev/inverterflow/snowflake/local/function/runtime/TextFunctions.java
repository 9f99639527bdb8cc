package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import java.util.Locale;

/** Regular expressions and other work on text. */
final class TextFunctions extends FunctionGroup {
    TextFunctions() {
        // Full conversions of case, as Unicode has them: the engine's own give one character for each.
        add("sf_full_upper", VARCHAR, row -> row.text(0).toUpperCase(Locale.ROOT), VARCHAR);
        add("sf_full_lower", VARCHAR, row -> row.text(0).toLowerCase(Locale.ROOT), VARCHAR);
        add("sf_initcap", VARCHAR, row -> Words.capitals(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_soundex", VARCHAR, row -> Words.soundex(row.text(0)), VARCHAR);
        add("sf_strtok", VARCHAR, row -> Words.token(row.text(0), row.text(1), row.whole(2)), VARCHAR, VARCHAR, BIGINT);
        add("sf_strtok_to_array", VARCHAR, row -> Words.tokenArray(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_parse_url", VARCHAR, row -> Urls.parse(row.text(0), row.whole(1) == 1), VARCHAR, BIGINT);
        add("sf_sha2", VARCHAR, row -> Digests.sha2(row.text(0), row.whole(1)), VARCHAR, BIGINT);
        regularExpressions();
    }

    private void regularExpressions() {
        add(
                "sf_regexp_like",
                BOOLEAN,
                row -> RegularExpressions.like(row.text(0), row.text(1), row.text(2)),
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_regexp_substr",
                VARCHAR,
                row -> RegularExpressions.substring(
                        row.text(0), row.text(1), row.whole(2), row.whole(3), row.text(4), row.whole(5)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                VARCHAR,
                BIGINT);
        add(
                "sf_regexp_substr_all",
                VARCHAR,
                row -> RegularExpressions.substrings(
                        row.text(0), row.text(1), row.whole(2), row.whole(3), row.text(4), row.whole(5)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                VARCHAR,
                BIGINT);
        add(
                "sf_regexp_instr",
                BIGINT,
                row -> RegularExpressions.place(
                        row.text(0), row.text(1), row.whole(2), row.whole(3), row.whole(4) == 1, row.text(5)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                BIGINT,
                VARCHAR);
        add(
                "sf_regexp_count",
                BIGINT,
                row -> RegularExpressions.count(row.text(0), row.text(1), row.whole(2), row.text(3)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                VARCHAR);
        add(
                "sf_regexp_replace",
                VARCHAR,
                row -> RegularExpressions.replace(
                        row.text(0), row.text(1), row.text(2), row.whole(3), row.whole(4), row.text(5)),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                VARCHAR);
    }
}
