package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * VALIDATION_MODE: files are looked at instead of loaded.
 *
 * @param rows how many rows are wanted; 0 for the errors
 * @param all whether files that were loaded before are looked at, too
 */
record ValidationMode(long rows, boolean all) {
    private static final String OPTION = "VALIDATION_MODE";
    private static final Pattern ROWS = Pattern.compile("RETURN_([1-9][0-9]{0,8})_ROWS");

    /** Empty if files are loaded. */
    static Optional<ValidationMode> of(Properties options) {
        return options.text(OPTION).map(written -> {
            var mode = written.toUpperCase(Locale.ROOT);
            var rows = ROWS.matcher(mode);
            if (rows.matches()) {
                return new ValidationMode(Long.parseLong(rows.group(1)), false);
            }
            if (!mode.equals("RETURN_ERRORS") && !mode.equals("RETURN_ALL_ERRORS")) {
                throw Errors.invalidValue(written, OPTION);
            }
            return new ValidationMode(0, mode.equals("RETURN_ALL_ERRORS"));
        });
    }
}
