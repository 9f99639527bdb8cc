package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault in a file.
 *
 * @param message Snowflake's words
 * @param line its line, from 1; 0 if unknown
 * @param character its position in the line, from 1; 0 if unknown
 * @param row the number of its record, from 1; 0 if unknown
 * @param rowLine the line on which its record begins; 0 if unknown
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
        long row,
        long rowLine,
        int field,
        @Nullable String column,
        Scope scope,
        int code,
        String sqlState) {
    private static final Pattern TOO_LONG =
            Pattern.compile("String '(.*)' is too long and would be truncated", Pattern.DOTALL);

    /** What a fault costs. */
    public enum Scope {
        ROW,
        REST_OF_FILE
    }

    static FileFault of(FileFormatException fault, long row) {
        return new FileFault(
                fault.text(),
                fault.line(),
                fault.character(),
                row,
                fault.recordLine(),
                fault.field(),
                null,
                fault.error().isOfRow() ? Scope.ROW : Scope.REST_OF_FILE,
                fault.error().code(),
                fault.error().sqlState());
    }

    static FileFault of(SnowflakeException failure) {
        return new FileFault(
                failure.getMessage(), 0, 0, 0, 0, 0, null, Scope.REST_OF_FILE, failure.code(), failure.sqlState());
    }

    static FileFault ofRow(SnowflakeException failure, StagedRow row) {
        long line = row.place().line();
        return new FileFault(
                failure.reason(),
                line,
                0,
                row.rowNumber(),
                line,
                0,
                null,
                Scope.ROW,
                failure.code(),
                failure.sqlState());
    }

    /** Whether a value is at fault, not the way the file is written. */
    boolean isConversion() {
        return rowLine > 0 && field == 0;
    }

    /** The fault of a file that cannot be read there, with the name of its column. */
    FileFault inColumn(String name) {
        boolean nameless = code == FileError.END_OF_RECORD.code() && message.endsWith("column");
        return new FileFault(
                nameless ? message + " '" + name + "'" : message,
                line,
                character,
                row,
                rowLine,
                field,
                name,
                scope,
                code,
                sqlState);
    }

    /** The fault of a row whose value the table does not take. */
    FileFault in(FaultyColumn faulty, RowPlace place) {
        var words = TOO_LONG.matcher(message);
        boolean tooLong = faulty.limit() != null && words.matches();
        return new FileFault(
                tooLong
                        ? "User character length limit (" + faulty.limit() + ") exceeded by string '" + words.group(1)
                                + "'"
                        : message,
                place.line(faulty.field()),
                place.character(faulty.field()),
                row,
                rowLine,
                field,
                faulty.name(),
                scope,
                tooLong ? 100074 : code,
                tooLong ? "54000" : sqlState);
    }

    boolean isRow() {
        return scope == Scope.ROW;
    }
}
