package dev.inverterflow.snowflake.local.error;

import java.io.Serial;

/**
 * An error in Snowflake's own terms. It is the only exception that a statement may end with: what reaches a client is
 * its code, SQLSTATE and message. {@link Errors} makes the known ones.
 */
public final class SnowflakeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNKNOWN = -1;

    private final int code;
    private final String sqlState;
    private final int line;
    private final int position;
    private final String reason;

    /**
     * An error without a place.
     *
     * @param code Snowflake's number, 1003 for what is printed as 001003
     * @param sqlState five characters
     * @param message the whole text as Snowflake prints it
     */
    public SnowflakeException(int code, String sqlState, String message) {
        this(code, sqlState, message, UNKNOWN, UNKNOWN);
    }

    /**
     * An error at a place of the statement. The message is taken as it is: a form that names the place already does
     * so.
     *
     * @param line 1-based, or -1 if unknown
     * @param position 0-based column in that line, or -1 if unknown
     */
    public SnowflakeException(int code, String sqlState, String message, int line, int position) {
        super(message);
        this.code = code;
        this.sqlState = sqlState;
        this.line = line;
        this.position = position;
        this.reason = message;
    }

    /** An error with the exception that led to it; the cause is for logs and never shown to a client. */
    public SnowflakeException(int code, String sqlState, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.sqlState = sqlState;
        this.line = UNKNOWN;
        this.position = UNKNOWN;
        this.reason = message;
    }

    private SnowflakeException(SnowflakeException value, String message) {
        super(message, value);
        this.code = value.code;
        this.sqlState = value.sqlState;
        this.line = UNKNOWN;
        this.position = UNKNOWN;
        this.reason = value.reason;
    }

    /** The error of a value, told with the table and the column that does not take it, as DML tells it. */
    public SnowflakeException inColumn(String table, String column) {
        return new SnowflakeException(
                this,
                "DML operation to table %s failed on column %s with error: %s".formatted(table, column, getMessage()));
    }

    /** What is wrong, without the table and column that {@link #inColumn} names: a COPY tells those apart. */
    public String reason() {
        return reason;
    }

    /** Snowflake's number, for example 1003. */
    public int code() {
        return code;
    }

    /** The number as it goes over the wire: six digits, for example {@code 001003}. */
    public String paddedCode() {
        return "%06d".formatted(code);
    }

    /** The SQLSTATE, five characters. */
    public String sqlState() {
        return sqlState;
    }

    /** Line of the error, 1-based; -1 if unknown, which is also what goes over the wire. */
    public int line() {
        return line;
    }

    /** Column of the error in its line, 0-based; -1 if unknown. */
    public int position() {
        return position;
    }

    /** The text as Snowflake prints it; never absent. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
