package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.parser.PropertySet.Wording;

/**
 * Which properties each kind of statement has.
 *
 * <p>Source: the reference page of each statement under docs.snowflake.com/en/sql-reference/sql.
 */
final class PropertySets {
    static final PropertySet FORMAT_OPTIONS = PropertySet.of("FILE FORMAT", Wording.PARAMETER, """
            TYPE COMPRESSION RECORD_DELIMITER FIELD_DELIMITER MULTI_LINE FILE_EXTENSION PARSE_HEADER SKIP_HEADER
            SKIP_BLANK_LINES DATE_FORMAT TIME_FORMAT TIMESTAMP_FORMAT BINARY_FORMAT ESCAPE ESCAPE_UNENCLOSED_FIELD
            TRIM_SPACE FIELD_OPTIONALLY_ENCLOSED_BY NULL_IF ERROR_ON_COLUMN_COUNT_MISMATCH REPLACE_INVALID_CHARACTERS
            EMPTY_FIELD_AS_NULL SKIP_BYTE_ORDER_MARK ENCODING ENABLE_OCTAL ALLOW_DUPLICATE STRIP_OUTER_ARRAY
            STRIP_NULL_VALUES IGNORE_UTF8_ERRORS""");

    static final PropertySet FILE_FORMAT =
            FORMAT_OPTIONS.plus(PropertySet.of("FILE FORMAT", Wording.PARAMETER, "COMMENT"));

    /** FILE_FORMAT = (…) inside another statement. */
    static final PropertySet INLINE_FORMAT =
            FORMAT_OPTIONS.plus(PropertySet.of("FILE FORMAT", Wording.PARAMETER, "FORMAT_NAME"));

    static final PropertySet COPY_INTO_TABLE = PropertySet.of("COPY INTO", Wording.PARAMETER, """
                    FILES PATTERN ON_ERROR SIZE_LIMIT PURGE RETURN_FAILED_ONLY MATCH_BY_COLUMN_NAME
                    ENFORCE_LENGTH TRUNCATECOLUMNS FORCE LOAD_UNCERTAIN_FILES VALIDATION_MODE""")
            .with("FILE_FORMAT", INLINE_FORMAT)
            .refusing("INCLUDE_METADATA FILE_PROCESSOR LOAD_MODE CLUSTER_AT_INGEST_TIME");

    static final PropertySet COPY_INTO_LOCATION = PropertySet.of(
                    "COPY INTO",
                    Wording.PARAMETER,
                    "OVERWRITE SINGLE MAX_FILE_SIZE INCLUDE_QUERY_ID DETAILED_OUTPUT HEADER")
            .with("FILE_FORMAT", INLINE_FORMAT)
            .refusing("VALIDATION_MODE STORAGE_INTEGRATION CREDENTIALS ENCRYPTION");

    private PropertySets() {}
}
