package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.FormatRules;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of the file format types with their defaults, in the order in which DESCRIBE shows them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-file-format">DESCRIBE FILE FORMAT</a>
 */
final class FormatOptions {

    /** An option of a file format. */
    record Option(String name, String type, @Nullable String defaultValue) {}

    private static final String STRING = "String";
    private static final String BOOLEAN = "Boolean";
    private static final String LIST = "List";
    private static final Option TYPE = new Option("TYPE", STRING, "CSV");
    private static final List<Option> CSV = List.of(
            TYPE,
            new Option("RECORD_DELIMITER", STRING, "\\n"),
            new Option("FIELD_DELIMITER", STRING, ","),
            new Option("FILE_EXTENSION", STRING, ""),
            new Option("SKIP_HEADER", "Integer", "0"),
            new Option("PARSE_HEADER", BOOLEAN, "false"),
            new Option("DATE_FORMAT", STRING, "AUTO"),
            new Option("TIME_FORMAT", STRING, "AUTO"),
            new Option("TIMESTAMP_FORMAT", STRING, "AUTO"),
            new Option("BINARY_FORMAT", STRING, "HEX"),
            new Option("ESCAPE", STRING, "NONE"),
            new Option("ESCAPE_UNENCLOSED_FIELD", STRING, "\\\\"),
            new Option("TRIM_SPACE", BOOLEAN, "false"),
            new Option("FIELD_OPTIONALLY_ENCLOSED_BY", STRING, "NONE"),
            new Option("NULL_IF", LIST, "[\\\\N]"),
            new Option("COMPRESSION", STRING, "AUTO"),
            new Option("ERROR_ON_COLUMN_COUNT_MISMATCH", BOOLEAN, "true"),
            new Option("SKIP_BLANK_LINES", BOOLEAN, "false"),
            new Option("REPLACE_INVALID_CHARACTERS", BOOLEAN, "false"),
            new Option("EMPTY_FIELD_AS_NULL", BOOLEAN, "true"),
            new Option("SKIP_BYTE_ORDER_MARK", BOOLEAN, "true"),
            new Option("ENCODING", STRING, "UTF8"),
            new Option("MULTI_LINE", BOOLEAN, "true"));
    private static final List<Option> JSON = List.of(
            TYPE,
            new Option("FILE_EXTENSION", STRING, ""),
            new Option("DATE_FORMAT", STRING, "AUTO"),
            new Option("TIME_FORMAT", STRING, "AUTO"),
            new Option("TIMESTAMP_FORMAT", STRING, "AUTO"),
            new Option("BINARY_FORMAT", STRING, "HEX"),
            new Option("TRIM_SPACE", BOOLEAN, "false"),
            new Option("NULL_IF", LIST, "[]"),
            new Option("COMPRESSION", STRING, "AUTO"),
            new Option("ENABLE_OCTAL", BOOLEAN, "false"),
            new Option("ALLOW_DUPLICATE", BOOLEAN, "false"),
            new Option("STRIP_OUTER_ARRAY", BOOLEAN, "false"),
            new Option("STRIP_NULL_VALUES", BOOLEAN, "false"),
            new Option("IGNORE_UTF8_ERRORS", BOOLEAN, "false"),
            new Option("REPLACE_INVALID_CHARACTERS", BOOLEAN, "false"),
            new Option("SKIP_BYTE_ORDER_MARK", BOOLEAN, "true"),
            new Option("MULTI_LINE", BOOLEAN, "true"));

    /** The types that are read. */
    private static final Set<String> TYPES = Set.of("CSV", "JSON");

    /** Those that Snowflake has beside them. */
    private static final Set<String> OTHER_TYPES = Set.of("AVRO", "ORC", "PARQUET", "XML");

    private FormatOptions() {}

    /** Property, type, value and default of each option of that type. */
    static List<List<@Nullable String>> rows(String type, Map<String, String> written) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Option option : of(type)) {
            String value = option.equals(TYPE) ? type : written.getOrDefault(option.name(), option.defaultValue());
            rows.add(List.of(option.name(), option.type(), shown(option, value), shown(option, option.defaultValue())));
        }
        return rows;
    }

    /**
     * Refuses what no format can be.
     *
     * @param type of the files, in capitals
     * @param options what was written, by upper-case name
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException at a type that is not read, and at an option or a value
     *     that files of the type do not have
     */
    static void check(String type, Map<String, String> options) {
        if (OTHER_TYPES.contains(type)) {
            throw Errors.notSupported("files of TYPE = " + type);
        }
        if (!TYPES.contains(type)) {
            throw Errors.invalidValue(type, TYPE.name());
        }
        for (String name : options.keySet()) {
            if (of(type).stream().noneMatch(option -> option.name().equals(name))) {
                throw Errors.invalidParameter(name);
            }
        }
        FormatRules.check(options);
    }

    private static List<Option> of(String type) {
        return type.equals("JSON") ? JSON : CSV;
    }

    private static String shown(Option option, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (option.type().equals(BOOLEAN)) {
            return value.toLowerCase(Locale.ROOT);
        }
        boolean list = option.type().equals(LIST) && !value.startsWith("[");
        return list ? "[" + value.replace(",", ", ") + "]" : value;
    }
}
