package dev.inverterflow.snowflake.local.load.format;

/** Kinds of faults in files, with Snowflake's code and SQLSTATE for a statement that fails for them. */
public enum FileError {
    MALFORMED_JSON(100069, "22P02"),
    DAMAGED_COMPRESSION(100069, "22P02"),
    FIELD_DELIMITER_EXPECTED(100016, "22000"),
    RECORD_DELIMITER_EXPECTED(100016, "22000"),
    END_OF_RECORD(100068, "22000"),
    QUOTE_NOT_CLOSED(100068, "22000"),
    COLUMN_COUNT(100080, "22000"),
    INVALID_UTF8(100144, "22000");

    private final int code;
    private final String sqlState;

    FileError(int code, String sqlState) {
        this.code = code;
        this.sqlState = sqlState;
    }

    public int code() {
        return code;
    }

    public String sqlState() {
        return sqlState;
    }

    /** Whether the reading goes on behind the record that is so. */
    public boolean isOfRow() {
        return this == FIELD_DELIMITER_EXPECTED
                || this == RECORD_DELIMITER_EXPECTED
                || this == END_OF_RECORD
                || this == COLUMN_COUNT;
    }
}
