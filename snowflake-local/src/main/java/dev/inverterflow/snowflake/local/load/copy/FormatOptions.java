package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.load.csv.CsvFormat;
import dev.inverterflow.snowflake.local.load.format.DelimiterText;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.json.JsonFormat;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a file format by name, as {@link PropertyTexts} keeps them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE FORMAT</a>
 */
record FormatOptions(Map<String, String> values) {
    private static final Set<String> JSON = Set.of(
            "TYPE", "COMPRESSION", "FILE_EXTENSION", "STRIP_OUTER_ARRAY", "STRIP_NULL_VALUES", "ALLOW_DUPLICATE");
    private static final Set<String> CSV = Set.of(
            "TYPE",
            "COMPRESSION",
            "FILE_EXTENSION",
            "FIELD_DELIMITER",
            "RECORD_DELIMITER",
            "SKIP_HEADER",
            "SKIP_BLANK_LINES",
            "FIELD_OPTIONALLY_ENCLOSED_BY",
            "ESCAPE",
            "ESCAPE_UNENCLOSED_FIELD",
            "TRIM_SPACE",
            "NULL_IF",
            "EMPTY_FIELD_AS_NULL",
            "ERROR_ON_COLUMN_COUNT_MISMATCH");

    /** Options that are accepted with the values that the readers give anyway. */
    private static final Map<String, Set<String>> FIXED = Map.of(
            "MULTI_LINE", Set.of("TRUE"),
            "ENABLE_OCTAL", Set.of("FALSE"),
            "TRIM_SPACE", Set.of("FALSE"),
            "REPLACE_INVALID_CHARACTERS", Set.of("FALSE"),
            "IGNORE_UTF8_ERRORS", Set.of("FALSE"),
            "SKIP_BYTE_ORDER_MARK", Set.of("TRUE"),
            "PARSE_HEADER", Set.of("FALSE"),
            "ENCODING", Set.of("UTF8", "UTF-8"),
            "DATE_FORMAT", Set.of("AUTO"),
            "TIME_FORMAT", Set.of("AUTO"));

    private static final Map<String, Set<String>> FIXED_TOO =
            Map.of("TIMESTAMP_FORMAT", Set.of("AUTO"), "BINARY_FORMAT", Set.of("HEX"));

    FormatOptions {
        values = Map.copyOf(values);
    }

    /** An option's value as it is kept here. */
    static String text(PropertyValue value, String name) {
        return value.asText()
                .or(() -> Optional.of(PropertyTexts.text(value)).filter(text -> value instanceof PropertyValue.Values))
                .orElseThrow(() -> Errors.notSupported("file format option " + name));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * The format they describe.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException at an option or a value that is not known or has no
     *     effect here
     */
    RowFormat format() {
        var type = value("TYPE", "CSV").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "JSON" -> json();
            case "CSV" -> csv();
            default -> throw Errors.notSupported("files of TYPE = " + type);
        };
    }

    private JsonFormat json() {
        checkKnown(JSON);
        return new JsonFormat(
                Compression.parse(value("COMPRESSION", "AUTO")),
                flag("STRIP_OUTER_ARRAY", false) ? JsonFormat.OuterArray.STRIPPED : JsonFormat.OuterArray.KEPT,
                flag("STRIP_NULL_VALUES", false) ? JsonFormat.NullFields.STRIPPED : JsonFormat.NullFields.KEPT,
                flag("ALLOW_DUPLICATE", false) ? JsonFormat.Duplicates.LAST_WINS : JsonFormat.Duplicates.REFUSED);
    }

    private CsvFormat csv() {
        checkKnown(CSV);
        return new CsvFormat(
                Compression.parse(value("COMPRESSION", "AUTO")),
                delimiter("FIELD_DELIMITER", ","),
                delimiter("RECORD_DELIMITER", null),
                skipHeader(),
                flag("SKIP_BLANK_LINES", false) ? CsvFormat.BlankLines.SKIPPED : CsvFormat.BlankLines.RECORDS,
                character("FIELD_OPTIONALLY_ENCLOSED_BY", null),
                character("ESCAPE", null),
                character("ESCAPE_UNENCLOSED_FIELD", '\\'),
                flag("TRIM_SPACE", false) ? CsvFormat.Spaces.TRIMMED : CsvFormat.Spaces.KEPT,
                list("NULL_IF", List.of("\\N")),
                flag("EMPTY_FIELD_AS_NULL", true) ? CsvFormat.EmptyFields.NULLS : CsvFormat.EmptyFields.EMPTY_TEXTS,
                flag("ERROR_ON_COLUMN_COUNT_MISMATCH", true)
                        ? CsvFormat.ColumnCount.AS_THE_TABLE
                        : CsvFormat.ColumnCount.ANY,
                OptionalInt.empty());
    }

    private int skipHeader() {
        var text = value("SKIP_HEADER", "0");
        try {
            int lines = Integer.parseInt(text);
            if (lines >= 0) {
                return lines;
            }
        } catch (NumberFormatException wrong) {
            throw Errors.invalidValue(text, "SKIP_HEADER");
        }
        throw Errors.invalidValue(text, "SKIP_HEADER");
    }

    private @Nullable String delimiter(String name, @Nullable String otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.equalsIgnoreCase("NONE")) {
            return null;
        }
        if (text.isEmpty()) {
            throw Errors.invalidValue(text, name);
        }
        // The record delimiter of one line feed takes carriage returns before it along.
        var decoded = DelimiterText.decoded(text);
        return name.equals("RECORD_DELIMITER") && decoded.equals("\n") ? null : decoded;
    }

    private @Nullable Character character(String name, @Nullable Character otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        if (text.equalsIgnoreCase("NONE")) {
            return null;
        }
        var decoded = DelimiterText.decoded(text);
        if (decoded.length() != 1) {
            throw Errors.invalidValue(text, name);
        }
        return decoded.charAt(0);
    }

    private List<String> list(String name, List<String> otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        return text.equals(PropertyTexts.EMPTY_LIST) ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private boolean flag(String name, boolean otherwise) {
        var text = value(name, otherwise ? "TRUE" : "FALSE").toUpperCase(Locale.ROOT);
        if (text.equals("TRUE") || text.equals("FALSE")) {
            return text.equals("TRUE");
        }
        throw Errors.invalidValue(text, name);
    }

    private void checkKnown(Set<String> read) {
        values.forEach((name, value) -> {
            var accepted = FIXED.getOrDefault(name, FIXED_TOO.getOrDefault(name, Set.of()));
            if (!read.contains(name) && !accepted.contains(value.toUpperCase(Locale.ROOT))) {
                throw Errors.notSupported("file format option " + name + " = " + value);
            }
        });
    }
}
