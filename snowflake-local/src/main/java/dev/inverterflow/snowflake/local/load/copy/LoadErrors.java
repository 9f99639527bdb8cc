package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Errors of loading, in Snowflake's words. */
final class LoadErrors {
    /** The code of a missing file in the answer of VALIDATION_MODE. */
    static final int MISSING_WHEN_VALIDATED = 100112;

    private static final int FILE_NOT_FOUND = 91016;

    private LoadErrors() {}

    /** A file that was listed or announced is not there any more. */
    static SnowflakeException fileNotFound(FileLocation file) {
        return new SnowflakeException(
                FILE_NOT_FOUND,
                "22000",
                "Remote file '" + file.shown()
                        + "' was not found. There are several potential causes. The file might not"
                        + " exist. The required credentials may be missing or invalid. If you are running a copy command,"
                        + " please make sure files are not deleted when they are being loaded or files are not being loaded"
                        + " into two different tables concurrently with auto purge option.");
    }

    static boolean isFileNotFound(SnowflakeException error) {
        return error.code() == FILE_NOT_FOUND;
    }

    static boolean isFileNotFound(FileFault fault) {
        return fault.code() == FILE_NOT_FOUND;
    }

    /** A fault among the rows that VALIDATION_MODE is to show. */
    static SnowflakeException invalid(FileFault fault, String fileName) {
        return new SnowflakeException(fault.code(), fault.sqlState(), fault.message() + place(fault, fileName));
    }

    static SnowflakeException validationOfTransform() {
        return new SnowflakeException(
                2098, "0A000", "SQL compilation error:\nvalidation_mode is not supported with copy transform.");
    }

    static SnowflakeException validationOfMatch() {
        return new SnowflakeException(
                2098, "0A000", "SQL compilation error:\nvalidation_mode is not supported with match_by_column_name.");
    }

    /** The connection to the store broke while a file was read. */
    static SnowflakeException brokenOff(FileLocation file, Exception cause) {
        return new SnowflakeException(
                91003,
                "22000",
                "Failure using stage area '" + file.shown() + "'. Cause: [" + cause.getMessage() + "]",
                cause);
    }

    /** The store refused or did not answer. */
    static SnowflakeException stageFailure(S3Location location, SdkException failure) {
        if (failure instanceof NoSuchKeyException) {
            return fileNotFound(location);
        }
        var cause = failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage() + " (Status Code: " + service.statusCode() + "; Error Code: "
                        + service.awsErrorDetails().errorCode() + ")"
                : String.valueOf(failure.getMessage());
        return new SnowflakeException(
                91003, "22000", "Failure using stage area '" + location.url() + "'. Cause: [" + cause + "]", failure);
    }

    static SnowflakeException locationNotAllowed(S3Location location, String integration) {
        return new SnowflakeException(
                3167,
                "42601",
                "Location '" + location.url() + "' is not allowed by integration '" + integration
                        + "'. Please use DESC INTEGRATION to check out allowed and blocked locations.");
    }

    static SnowflakeException integrationDisabled(String integration) {
        return new SnowflakeException(
                3165, "42601", "SQL compilation error:\nIntegration '" + integration + "' is not enabled.");
    }

    static SnowflakeException matchByColumnNameWithTransform() {
        return new SnowflakeException(
                2098, "0A000", "SQL compilation error:\nmatch_by_column_name is not supported with copy transform.");
    }

    static SnowflakeException metadataWithoutMatch() {
        return new SnowflakeException(
                2098,
                "0A000",
                "SQL compilation error:\nINCLUDE_METADATA is only supported with the MATCH_BY_COLUMN_NAME copy option.");
    }

    static SnowflakeException noSuchColumn(String name) {
        return new SnowflakeException(904, "42000", "SQL compilation error:\ninvalid identifier '" + name + "'");
    }

    static SnowflakeException oneColumnOnly() {
        return new SnowflakeException(
                2019,
                "0A000",
                "SQL compilation error:\nJSON file format can produce one and only one column of type variant, object,"
                        + " or array. Load data into separate columns using the MATCH_BY_COLUMN_NAME copy option or copy"
                        + " with transformation.");
    }

    /**
     * A fault that ends a COPY with ON_ERROR = ABORT_STATEMENT.
     *
     * @param fileName empty if it is not known
     * @param cause null if the file itself is at fault
     */
    static SnowflakeException aborted(FileFault fault, String fileName, @Nullable SnowflakeException cause) {
        var text = fault.message() + place(fault, fileName)
                + "\n  If you would like to continue loading when an error is encountered, use other values such as"
                + " 'SKIP_FILE' or 'CONTINUE' for the ON_ERROR option. For more information on loading options, please run"
                + " 'info loading_data' in a SQL client.";
        return cause == null
                ? new SnowflakeException(fault.code(), fault.sqlState(), text)
                : new SnowflakeException(fault.code(), fault.sqlState(), text, cause);
    }

    /** File, line and character, and below them row and column, as far as they are known. */
    static String place(FileFault fault, String fileName) {
        var text = new StringBuilder();
        if (!fileName.isEmpty()) {
            text.append("\n  File '").append(fileName).append('\'');
            if (fault.line() > 0) {
                text.append(", line ")
                        .append(fault.line())
                        .append(", character ")
                        .append(fault.character());
            }
        }
        if (fault.row() > 0) {
            text.append("\n  Row ").append(fault.row());
            if (fault.rowLine() != fault.line()) {
                text.append(" starts at line ").append(fault.rowLine());
            }
            if (fault.column() != null) {
                text.append(", column ").append(fault.column());
            }
        }
        return text.toString();
    }

    /** A file that FILES names is not there, and ends the statement. */
    static SnowflakeException namedFileNotFound(FileLocation file) {
        return new SnowflakeException(
                FILE_NOT_FOUND,
                "22000",
                "Remote file '" + file.shown() + "' was not found. If you are running a copy command, please make sure"
                        + " files are not deleted when they are being loaded or files are not being loaded into two"
                        + " different tables concurrently with auto purge option.");
    }
}
