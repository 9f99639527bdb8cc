package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.XmlText.Conversion;
import org.jspecify.annotations.Nullable;

/** XML, which is kept as an object (see {@link XmlText}). */
final class XmlFunctions extends FunctionGroup {
    XmlFunctions() {
        add("sf_parse_xml", VARCHAR, XmlFunctions::parse, VARCHAR, BOOLEAN);
        add("sf_check_xml", VARCHAR, XmlFunctions::check, VARCHAR, BOOLEAN);
        add(
                "sf_xml_get",
                VARCHAR,
                row -> XmlDisplay.inner(row.text(0), row.text(1), row.whole(2)),
                VARCHAR,
                VARCHAR,
                BIGINT);
        add("sf_to_xml", VARCHAR, row -> XmlTags.of(row.text(0)), VARCHAR);
    }

    /** An empty text is no XML and no error either. */
    private static @Nullable String parse(Row row) {
        return row.text(0).isEmpty()
                ? null
                : XmlText.canonical(row.text(0), row.bool(1) ? Conversion.NONE : Conversion.TO_NATIVE);
    }

    private static @Nullable String check(Row row) {
        try {
            var unused = parse(row);
            return null;
        } catch (SnowflakeException e) {
            if (e.code() != ValueErrors.XML) {
                throw e;
            }
            return e.getMessage().replaceFirst("^Error parsing XML: ", "");
        }
    }
}
