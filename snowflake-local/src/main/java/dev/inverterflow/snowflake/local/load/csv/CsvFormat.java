package dev.inverterflow.snowflake.local.load.csv;

import dev.inverterflow.snowflake.local.load.format.HeaderMatch;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is cut into rows of text fields.
 *
 * @param fieldDelimiter between fields; null if a record is one field
 * @param recordDelimiter between records; null for any of line feed, carriage return or both
 * @param skipHeader how many records at the top are left out
 * @param blankLines what an empty line is
 * @param quote what may enclose a field; null if quotes mean nothing
 * @param escape what makes the next character of an enclosed field ordinary; null for none
 * @param escapeUnenclosed the same in a field without quotes; null for none
 * @param spaces what is done with white space around fields
 * @param nullIf texts that mean NULL
 * @param emptyFields what a field of no characters and no quotes means
 * @param columnCount whether a COPY without transformation asks each record for as many fields as the table has columns
 * @param columns how many fields each record must have; empty for any number
 * @param header where the fields go that the first record names; null if it is a record as others
 * @param encoding how bytes are characters
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#type-csv">TYPE = CSV</a>
 */
public record CsvFormat(
        Compression compression,
        @Nullable String fieldDelimiter,
        @Nullable String recordDelimiter,
        int skipHeader,
        BlankLines blankLines,
        @Nullable Character quote,
        @Nullable Character escape,
        @Nullable Character escapeUnenclosed,
        Spaces spaces,
        List<String> nullIf,
        EmptyFields emptyFields,
        ColumnCount columnCount,
        OptionalInt columns,
        @Nullable HeaderMatch header,
        TextEncoding encoding)
        implements RowFormat {
    /** What an empty line is (SKIP_BLANK_LINES). */
    public enum BlankLines {
        RECORDS,
        SKIPPED
    }

    /** What is done with white space around fields (TRIM_SPACE). */
    public enum Spaces {
        KEPT,
        TRIMMED
    }

    /** What an empty field means (EMPTY_FIELD_AS_NULL). */
    public enum EmptyFields {
        NULLS,
        EMPTY_TEXTS
    }

    /** Whether records must have as many fields as the table (ERROR_ON_COLUMN_COUNT_MISMATCH). */
    public enum ColumnCount {
        AS_THE_TABLE,
        ANY
    }

    public CsvFormat {
        nullIf = List.copyOf(nullIf);
    }

    /** The format for a COPY without transformation into so many columns. */
    @Override
    public RowFormat into(int tableColumns) {
        return columnCount == ColumnCount.ANY ? this : with(OptionalInt.of(tableColumns), header);
    }

    @Override
    public RowFormat matching(HeaderMatch match) {
        return with(columns, match);
    }

    private CsvFormat with(OptionalInt newColumns, @Nullable HeaderMatch newHeader) {
        return new CsvFormat(
                compression,
                fieldDelimiter,
                recordDelimiter,
                skipHeader,
                blankLines,
                quote,
                escape,
                escapeUnenclosed,
                spaces,
                nullIf,
                emptyFields,
                columnCount,
                newColumns,
                newHeader,
                encoding);
    }

    @Override
    public String type() {
        return "CSV";
    }

    @Override
    public Fields fields() {
        return Fields.TEXTS;
    }

    @Override
    public void read(InputStream content, RowSink rows) throws IOException {
        new CsvFileReader(this, content).read(rows);
    }
}
