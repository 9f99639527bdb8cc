package dev.inverterflow.snowflake.local.load.json;

import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.IOException;
import java.io.InputStream;

/**
 * How a JSON file is cut into rows.
 *
 * @param compression how the files are compressed
 * @param outerArray whether each element of a top-level array is a row of its own, or the array is one row
 * @param nullFields whether object fields and array elements that are JSON null stay
 * @param duplicates whether an object may name a field twice; the last one wins
 * @param encoding UTF-8, and what becomes of bytes that are not
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#type-json">TYPE = JSON</a>
 */
public record JsonFormat(
        Compression compression,
        OuterArray outerArray,
        NullFields nullFields,
        Duplicates duplicates,
        TextEncoding encoding)
        implements RowFormat {
    /** What is done with a top-level array (STRIP_OUTER_ARRAY). */
    public enum OuterArray {
        KEPT,
        STRIPPED
    }

    /** What is done with JSON nulls (STRIP_NULL_VALUES). */
    public enum NullFields {
        KEPT,
        STRIPPED
    }

    /** What is done with a field named twice (ALLOW_DUPLICATE). */
    public enum Duplicates {
        REFUSED,
        LAST_WINS
    }

    /** The format without any option given. */
    static final JsonFormat DEFAULT =
            new JsonFormat(Compression.AUTO, OuterArray.KEPT, NullFields.KEPT, Duplicates.REFUSED, TextEncoding.UTF8);

    @Override
    public String type() {
        return "JSON";
    }

    @Override
    public Fields fields() {
        return Fields.ONE_VARIANT;
    }

    @Override
    public void read(InputStream content, RowSink rows) throws IOException {
        new JsonFileReader(this).read(content, rows);
    }
}
