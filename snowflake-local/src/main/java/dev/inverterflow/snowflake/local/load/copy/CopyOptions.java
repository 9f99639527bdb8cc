package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Locale;
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
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#copy-options-copyoptions">Copy options</a>
 */
public record CopyOptions(List<String> files, @Nullable String pattern, OnError onError, boolean force, boolean purge) {
    private static final Set<String> KNOWN =
            Set.of("FILES", "PATTERN", "ON_ERROR", "FORCE", "PURGE", "FILE_FORMAT", "LOAD_UNCERTAIN_FILES");
    private static final int MAX_FILES = 1000;

    /** What a fault in a file does. */
    public enum OnError {
        ABORT_STATEMENT,
        SKIP_FILE,
        CONTINUE;

        static OnError parse(String text) {
            var word = text.toUpperCase(Locale.ROOT);
            for (var known : values()) {
                if (known.name().equals(word)) {
                    return known;
                }
            }
            if (word.startsWith("SKIP_FILE_")) {
                throw Errors.notSupported("ON_ERROR = " + word);
            }
            throw Errors.invalidValue(text, "ON_ERROR");
        }
    }

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
                options.flag("PURGE").orElse(false));
    }
}
