package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.catalog.DelimiterText;
import dev.inverterflow.snowflake.local.catalog.Encodings;
import dev.inverterflow.snowflake.local.catalog.FormatRules;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.load.csv.CsvFormat;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import dev.inverterflow.snowflake.local.load.json.JsonFormat;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.nio.charset.StandardCharsets;
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
            "TYPE",
            "COMPRESSION",
            "FILE_EXTENSION",
            "STRIP_OUTER_ARRAY",
            "STRIP_NULL_VALUES",
            "ALLOW_DUPLICATE",
            "DATE_FORMAT",
            "TIME_FORMAT",
            "TIMESTAMP_FORMAT",
            "BINARY_FORMAT",
            "REPLACE_INVALID_CHARACTERS",
            "IGNORE_UTF8_ERRORS");
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
            "ERROR_ON_COLUMN_COUNT_MISMATCH",
            "DATE_FORMAT",
            "TIME_FORMAT",
            "TIMESTAMP_FORMAT",
            "BINARY_FORMAT",
            "PARSE_HEADER",
            "ENCODING",
            "REPLACE_INVALID_CHARACTERS");

    /** Options that are accepted with the values that the readers give anyway. */
    private static final Map<String, Set<String>> FIXED = Map.of(
            "MULTI_LINE", Set.of("TRUE"),
            "ENABLE_OCTAL", Set.of("FALSE"),
            "TRIM_SPACE", Set.of("FALSE"),
            "IGNORE_UTF8_ERRORS", Set.of("FALSE"),
            "SKIP_BYTE_ORDER_MARK", Set.of("TRUE"),
            "ENCODING", Set.of("UTF8", "UTF-8"));

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
        FormatRules.check(values);
        var type = value("TYPE", "CSV").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "JSON" -> json();
            case "CSV" -> csv();
            case "AVRO", "ORC", "PARQUET", "XML" -> throw Errors.notSupported("files of TYPE = " + type);
            default -> throw Errors.invalidValue(type, "TYPE");
        };
    }

    private JsonFormat json() {
        checkKnown(JSON);
        return new JsonFormat(
                Compression.parse(value("COMPRESSION", "AUTO")),
                flag("STRIP_OUTER_ARRAY", false) ? JsonFormat.OuterArray.STRIPPED : JsonFormat.OuterArray.KEPT,
                flag("STRIP_NULL_VALUES", false) ? JsonFormat.NullFields.STRIPPED : JsonFormat.NullFields.KEPT,
                flag("ALLOW_DUPLICATE", false) ? JsonFormat.Duplicates.LAST_WINS : JsonFormat.Duplicates.REFUSED,
                new TextEncoding(
                        StandardCharsets.UTF_8,
                        flag("REPLACE_INVALID_CHARACTERS", false) || flag("IGNORE_UTF8_ERRORS", false)
                                ? TextEncoding.Invalid.REPLACED
                                : TextEncoding.Invalid.FAULT));
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
                OptionalInt.empty(),
                null,
                new TextEncoding(
                        Encodings.charset(value("ENCODING", "UTF8")),
                        flag("REPLACE_INVALID_CHARACTERS", false)
                                ? TextEncoding.Invalid.REPLACED
                                : TextEncoding.Invalid.FAULT));
    }

    /** Whether the first record of each file names its fields. */
    boolean headed() {
        return flag("PARSE_HEADER", false);
    }

    /** How texts are read as dates, times and binaries. */
    ValueForms forms() {
        return new ValueForms(form("DATE_FORMAT"), form("TIME_FORMAT"), form("TIMESTAMP_FORMAT"), binaryForm());
    }

    private @Nullable String form(String name) {
        var text = value(name, "AUTO");
        return text.equalsIgnoreCase("AUTO") ? null : text;
    }

    private @Nullable String binaryForm() {
        var text = value("BINARY_FORMAT", "HEX").toUpperCase(Locale.ROOT);
        return switch (text) {
            case "HEX" -> null;
            case "BASE64" -> text;
            case "UTF8", "UTF-8" -> "UTF-8";
            default -> throw Errors.invalidValue(text, "BINARY_FORMAT");
        };
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
            var accepted = FIXED.getOrDefault(name, Set.of());
            if (!read.contains(name) && !accepted.contains(value.toUpperCase(Locale.ROOT))) {
                throw Errors.notSupported("file format option " + name + " = " + value);
            }
        });
    }
}
