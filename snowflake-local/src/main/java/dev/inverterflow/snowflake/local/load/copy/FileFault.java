package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A fault in a file.
 *
 * @param message Snowflake's words
 * @param line its line, from 1; 0 if unknown
 * @param character its position in the line, from 1; 0 if unknown
 * @param field the field of its record, from 1, if the file cannot be read there; 0 if it can, or that is unknown
 * @param column the column, as COPY prints it; null if unknown
 * @param scope what is lost by it
 * @param code Snowflake's code for a statement that fails for it
 * @param sqlState its SQLSTATE
 */
public record FileFault(
        String message,
        long line,
        long character,
        int field,
        @Nullable String column,
        Scope scope,
        int code,
        String sqlState) {
    /** What a fault costs. */
    public enum Scope {
        ROW,
        REST_OF_FILE
    }

    static FileFault of(FileFormatException fault) {
        var scope = fault.error() == FileError.COLUMN_COUNT ? Scope.ROW : Scope.REST_OF_FILE;
        return new FileFault(
                fault.text(),
                fault.line(),
                fault.character(),
                fault.field(),
                null,
                scope,
                fault.error().code(),
                fault.error().sqlState());
    }

    static FileFault of(SnowflakeException failure) {
        return new FileFault(
                failure.getMessage(), 0, 0, 0, null, Scope.REST_OF_FILE, failure.code(), failure.sqlState());
    }

    static FileFault ofRow(SnowflakeException failure, long row) {
        return new FileFault(failure.getMessage(), row, 0, 0, null, Scope.ROW, failure.code(), failure.sqlState());
    }

    FileFault inColumn(String name) {
        return new FileFault(message, line, character, field, name, scope, code, sqlState);
    }

    boolean isRow() {
        return scope == Scope.ROW;
    }

    /** The fault as what ends a statement. */
    SnowflakeException asException() {
        return new SnowflakeException(code, sqlState, message);
    }
}
