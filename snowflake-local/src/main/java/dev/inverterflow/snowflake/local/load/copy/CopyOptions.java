package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What COPY INTO a table was told beside table, source and file format.
 *
 * @param files names relative to the location; empty for all
 * @param pattern the regular expression of PATTERN; null for all
 * @param onError what a fault does
 * @param force whether files are loaded again
 * @param purge whether loaded files are removed
 * @param sizeLimitBytes no further file is loaded when those loaded so far are together at least this large, as stored
 * @param failedOnly whether the answer leaves out the files that were loaded without a fault
 * @param uncertain whether files are loaded of which nobody knows any more whether they were loaded before
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#copy-options-copyoptions">Copy options</a>
 */
public record CopyOptions(
        List<String> files,
        @Nullable String pattern,
        OnError onError,
        boolean force,
        boolean purge,
        long sizeLimitBytes,
        boolean failedOnly,
        boolean uncertain) {
    private static final Set<String> KNOWN = Set.of(
            "FILES",
            "PATTERN",
            "ON_ERROR",
            "FORCE",
            "PURGE",
            "FILE_FORMAT",
            "SIZE_LIMIT",
            "RETURN_FAILED_ONLY",
            "LOAD_UNCERTAIN_FILES",
            "MATCH_BY_COLUMN_NAME",
            "INCLUDE_METADATA",
            "TRUNCATECOLUMNS",
            "ENFORCE_LENGTH",
            "VALIDATION_MODE");
    private static final int MAX_FILES = 1000;

    public CopyOptions {
        files = List.copyOf(files);
    }

    /**
     * Reads the options of a statement.
     *
     * @param onErrorByDefault SKIP_FILE in a pipe, ABORT_STATEMENT otherwise
     */
    public static CopyOptions of(Properties options, OnError onErrorByDefault) {
        for (var option : options.all()) {
            if (!KNOWN.contains(option.name())) {
                throw Errors.notSupported("copy option " + option.name());
            }
        }
        var files = options.texts("FILES");
        if (files.size() > MAX_FILES) {
            throw Errors.invalidValue(files.size() + " files", "FILES");
        }
        return new CopyOptions(
                files,
                options.text("PATTERN").orElse(null),
                options.text("ON_ERROR").map(OnError::parse).orElse(onErrorByDefault),
                options.flag("FORCE").orElse(false),
                options.flag("PURGE").orElse(false),
                sizeLimit(options),
                options.flag("RETURN_FAILED_ONLY").orElse(false),
                options.flag("LOAD_UNCERTAIN_FILES").orElse(false));
    }

    /** Whether texts that are too long lose their end; two options say so, one of them the other way round. */
    static boolean truncates(Properties options) {
        return options.flag("TRUNCATECOLUMNS")
                .or(() -> options.flag("ENFORCE_LENGTH").map(enforced -> !enforced))
                .orElse(false);
    }

    /** The options of a statement that looks at files, if need be at those that are loaded, and does not stop at faults. */
    CopyOptions forErrors(boolean all) {
        return new CopyOptions(
                files, pattern, OnError.CONTINUE, force || all, false, sizeLimitBytes, failedOnly, uncertain);
    }

    private static long sizeLimit(Properties options) {
        long limit = options.number("SIZE_LIMIT").orElse(Long.MAX_VALUE);
        if (limit <= 0) {
            throw Errors.invalidValue(String.valueOf(limit), "SIZE_LIMIT");
        }
        return limit;
    }
}
