package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MATCH_BY_COLUMN_NAME: values go where the names in the files say.
 *
 * @param ignoresCase whether names that differ in case only are the same
 * @param metadata columns that are filled with metadata of the files, and with which
 */
record ColumnMatch(boolean ignoresCase, Map<String, String> metadata) {
    private static final String OPTION = "MATCH_BY_COLUMN_NAME";
    private static final String METADATA = "INCLUDE_METADATA";
    private static final Set<String> FIELDS = Set.of(
            "METADATA$FILENAME",
            "METADATA$FILE_ROW_NUMBER",
            "METADATA$FILE_CONTENT_KEY",
            "METADATA$FILE_LAST_MODIFIED",
            "METADATA$START_SCAN_TIME");

    ColumnMatch {
        metadata = Map.copyOf(metadata);
    }

    /** Empty if values go by their place. */
    static Optional<ColumnMatch> of(Properties options) {
        var mode = options.text(OPTION).orElse("NONE").toUpperCase(Locale.ROOT);
        var metadata = metadata(options);
        return switch (mode) {
            case "CASE_SENSITIVE", "CASE_INSENSITIVE" ->
                Optional.of(new ColumnMatch(mode.equals("CASE_INSENSITIVE"), metadata));
            case "NONE" -> {
                if (!metadata.isEmpty()) {
                    throw LoadErrors.metadataWithoutMatch();
                }
                yield Optional.empty();
            }
            default -> throw Errors.invalidValue(mode, OPTION);
        };
    }

    private static Map<String, String> metadata(Properties options) {
        var columns = new LinkedHashMap<String, String>();
        var written = options.find(METADATA);
        if (written == null) {
            return columns;
        }
        if (!(written.value() instanceof PropertyValue.Group)) {
            throw Errors.invalidValue(written.value().toString(), METADATA);
        }
        for (Property each : options.group(METADATA).all()) {
            var field = each.value().asText().orElse("").toUpperCase(Locale.ROOT);
            if (!FIELDS.contains(field)) {
                throw Errors.invalidValue(each.value().toString(), METADATA);
            }
            columns.put(each.name(), field);
        }
        return columns;
    }
}
