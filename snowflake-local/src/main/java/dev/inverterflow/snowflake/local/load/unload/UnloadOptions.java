package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;

/**
 * What COPY INTO a stage was told beside target, query and file format.
 *
 * @param overwrite whether files of the same names are replaced
 * @param single whether all rows go into one file
 * @param maxFileBytes after how many bytes, before compression, another file begins
 * @param queryIdInNames whether the query id is part of the names
 * @param detailed whether the answer has a row for each file
 * @param onlyShows whether the rows of the query are the answer and nothing is written (VALIDATION_MODE)
 * @param header whether each file begins with the names of the columns
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-location#copy-options-copyoptions">Copy options</a>
 */
record UnloadOptions(
        boolean overwrite,
        boolean single,
        long maxFileBytes,
        boolean queryIdInNames,
        boolean detailed,
        boolean onlyShows,
        boolean header) {
    private static final long DEFAULT_FILE_BYTES = 16_777_216;
    private static final long MOST_FILE_BYTES = 5_368_709_120L;
    private static final String MAX_FILE_SIZE = "MAX_FILE_SIZE";
    private static final String INCLUDE_QUERY_ID = "INCLUDE_QUERY_ID";

    static UnloadOptions of(CopyIntoLocation statement) {
        Properties written = statement.options();
        boolean overwrite = written.flag("OVERWRITE").orElse(false);
        boolean single = written.flag("SINGLE").orElse(false);
        boolean partitioned = statement.partitionBy() != null;
        boolean queryId = written.flag(INCLUDE_QUERY_ID).orElse(partitioned);
        long bytes = written.number(MAX_FILE_SIZE).orElse(DEFAULT_FILE_BYTES);
        if (bytes < 1 || bytes > MOST_FILE_BYTES) {
            throw Errors.invalidValue(String.valueOf(bytes), MAX_FILE_SIZE);
        }
        if (partitioned && !queryId) {
            throw Errors.incompatibleOptions("PARTITION BY", "INCLUDE_QUERY_ID = FALSE");
        }
        if (queryId && (overwrite || single)) {
            throw Errors.incompatibleOptions(
                    partitioned ? "PARTITION BY" : INCLUDE_QUERY_ID + " = TRUE",
                    overwrite ? "OVERWRITE = TRUE" : "SINGLE = TRUE");
        }
        return new UnloadOptions(
                overwrite,
                single,
                bytes,
                queryId,
                written.flag("DETAILED_OUTPUT").orElse(false),
                onlyShows(written),
                written.flag("HEADER").orElse(false));
    }

    private static boolean onlyShows(Properties written) {
        var mode = written.text("VALIDATION_MODE");
        mode.filter(text -> !text.equalsIgnoreCase("RETURN_ROWS")).ifPresent(text -> {
            throw Errors.invalidValue(text, "VALIDATION_MODE");
        });
        return mode.isPresent();
    }
}
