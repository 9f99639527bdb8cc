package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.catalog.DelimiterText;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.store.Compression;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file format of unloaded files. Options that only a load heeds may be in it and do nothing.
 *
 * @param type CSV or JSON
 * @param options by upper-case name
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-location#format-type-options-formattypeoptions">
 *     Format type options</a>
 */
record UnloadFormat(String type, Compression compression, Map<String, String> options) {
    private static final String AUTO = "AUTO";
    private static final String NONE = "NONE";
    private static final Set<String> WRITTEN = Set.of(
            "TYPE",
            "COMPRESSION",
            "FILE_EXTENSION",
            "RECORD_DELIMITER",
            "FIELD_DELIMITER",
            "DATE_FORMAT",
            "TIME_FORMAT",
            "TIMESTAMP_FORMAT",
            "BINARY_FORMAT",
            "ESCAPE_UNENCLOSED_FIELD",
            "FIELD_OPTIONALLY_ENCLOSED_BY",
            "NULL_IF",
            "EMPTY_FIELD_AS_NULL");
    private static final Set<String> READ_ONLY = Set.of(
            "SKIP_HEADER",
            "SKIP_BLANK_LINES",
            "PARSE_HEADER",
            "TRIM_SPACE",
            "ERROR_ON_COLUMN_COUNT_MISMATCH",
            "REPLACE_INVALID_CHARACTERS",
            "IGNORE_UTF8_ERRORS",
            "SKIP_BYTE_ORDER_MARK",
            "MULTI_LINE",
            "STRIP_OUTER_ARRAY",
            "STRIP_NULL_VALUES",
            "ALLOW_DUPLICATE",
            "ENABLE_OCTAL");

    static UnloadFormat of(Map<String, String> options) {
        String type = options.getOrDefault("TYPE", "CSV").toUpperCase(Locale.ROOT);
        if (!type.equals("CSV") && !type.equals("JSON")) {
            throw Errors.notSupported("unloading files of TYPE = " + type);
        }
        options.forEach(UnloadFormat::requireKnown);
        return new UnloadFormat(type, Compression.parse(options.getOrDefault("COMPRESSION", AUTO)), options);
    }

    private static void requireKnown(String name, String value) {
        boolean known = WRITTEN.contains(name)
                || READ_ONLY.contains(name)
                || name.equals("ESCAPE") && value.equalsIgnoreCase(NONE)
                || name.equals("ENCODING") && value.replace("-", "").equalsIgnoreCase("UTF8");
        if (!known) {
            throw Errors.notSupported("file format option " + name + " = " + value + " when unloading");
        }
    }

    /** Refuses what these columns and options cannot be written as. */
    void check(List<ResultColumn> columns, UnloadOptions options) {
        if (!type.equals("JSON")) {
            return;
        }
        if (options.header()) {
            throw Errors.notSupported("HEADER = TRUE with JSON files");
        }
        if (columns.size() != 1 || !columns.get(0).type().kind().isSemiStructured()) {
            throw new SnowflakeException(
                    2019,
                    "0A000",
                    "SQL compilation error:\nJSON file format can produce one and only one column of type variant,"
                            + " object, or array. Use CSV file format if you want to unload more than one column.");
        }
    }

    /** What turns a row into a record. */
    RecordText records(List<ResultColumn> columns) {
        return type.equals("JSON")
                ? row -> (row.get(0) == null ? "null" : row.get(0)) + "\n"
                : new CsvText(
                        columns.stream()
                                .map(column -> isText(column.type().kind()))
                                .toList(),
                        delimiter("FIELD_DELIMITER", ","),
                        delimiter("RECORD_DELIMITER", "\n"),
                        character("FIELD_OPTIONALLY_ENCLOSED_BY", null),
                        character("ESCAPE_UNENCLOSED_FIELD", "\\"),
                        nullText(),
                        !options.getOrDefault("EMPTY_FIELD_AS_NULL", "TRUE").equalsIgnoreCase("FALSE"));
    }

    private static boolean isText(TypeKind kind) {
        return kind == TypeKind.TEXT || kind == TypeKind.NULL || kind.isSemiStructured();
    }

    /** The extension of files that are not named in full. */
    String extension() {
        String own = options.get("FILE_EXTENSION");
        return own == null || own.isEmpty() || own.equalsIgnoreCase(NONE)
                ? "." + type.toLowerCase(Locale.ROOT) + compression.extension()
                : "." + (own.startsWith(".") ? own.substring(1) : own);
    }

    /** The format for TO_VARCHAR of values of a kind; null for that of the session. */
    @Nullable
    String pattern(TypeKind kind) {
        if (kind == TypeKind.BINARY) {
            String binary = options.getOrDefault("BINARY_FORMAT", "HEX");
            return binary.equalsIgnoreCase("UTF8") ? "UTF-8" : binary;
        }
        String option = kind.isTimestamp() ? "TIMESTAMP_FORMAT" : kind.name() + "_FORMAT";
        String pattern = options.getOrDefault(option, AUTO);
        return pattern.equalsIgnoreCase(AUTO) ? null : pattern;
    }

    private String delimiter(String name, String otherwise) {
        String text = options.getOrDefault(name, otherwise);
        return text.equalsIgnoreCase(NONE) ? "" : DelimiterText.decoded(text);
    }

    private @Nullable Character character(String name, @Nullable String otherwise) {
        String text = options.getOrDefault(name, otherwise == null ? NONE : otherwise);
        if (text.equalsIgnoreCase(NONE)) {
            return null;
        }
        String decoded = DelimiterText.decoded(text);
        if (decoded.length() != 1) {
            throw Errors.invalidValue(text, name);
        }
        return decoded.charAt(0);
    }

    /** The first of NULL_IF; nothing at all if its list is empty. */
    private String nullText() {
        String list = options.getOrDefault("NULL_IF", "\\N");
        return list.equals(PropertyTexts.EMPTY_LIST) ? "" : list.split(",", -1)[0];
    }
}
