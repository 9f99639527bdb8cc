package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a file format may say, whoever uses it.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE FORMAT</a>
 */
public final class FormatRules {
    private static final int LONGEST_DELIMITER = 20;
    private static final Map<String, Set<String>> WORDS = Map.of(
            "COMPRESSION",
                    Set.of("AUTO", "GZIP", "BZ2", "BROTLI", "ZSTD", "DEFLATE", "RAW_DEFLATE", "NONE", "LZO", "SNAPPY"),
            "BINARY_FORMAT", Set.of("HEX", "BASE64", "UTF8", "UTF-8"));
    private static final Set<String> FLAGS = Set.of(
            "ALLOW_DUPLICATE",
            "EMPTY_FIELD_AS_NULL",
            "ENABLE_OCTAL",
            "ERROR_ON_COLUMN_COUNT_MISMATCH",
            "IGNORE_UTF8_ERRORS",
            "MULTI_LINE",
            "PARSE_HEADER",
            "REPLACE_INVALID_CHARACTERS",
            "SKIP_BLANK_LINES",
            "SKIP_BYTE_ORDER_MARK",
            "STRIP_NULL_VALUES",
            "STRIP_OUTER_ARRAY",
            "TRIM_SPACE");
    private static final Set<String> CHARACTERS =
            Set.of("ESCAPE", "ESCAPE_UNENCLOSED_FIELD", "FIELD_OPTIONALLY_ENCLOSED_BY");
    private static final String FIELD_DELIMITER = "FIELD_DELIMITER";
    private static final String RECORD_DELIMITER = "RECORD_DELIMITER";
    private static final String SKIP_HEADER = "SKIP_HEADER";

    private FormatRules() {}

    /**
     * Checks options by upper-case name.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException at a value that an option does not take, or at options
     *     that do not go together
     */
    public static void check(Map<String, String> options) {
        options.forEach(FormatRules::checkValue);
        checkDelimiters(options.get(FIELD_DELIMITER), options.get(RECORD_DELIMITER));
        boolean headed = "TRUE".equalsIgnoreCase(options.get("PARSE_HEADER"));
        if (headed && !options.getOrDefault(SKIP_HEADER, "0").equals("0")) {
            throw Errors.incompatibleOptions("PARSE_HEADER = TRUE", SKIP_HEADER);
        }
    }

    /**
     * Refuses a format's name beside other options: Snowflake says only that TYPE beside it "might result in unexpected
     * behavior", and nothing of the others.
     */
    public static void checkAlone(String name, Map<String, String> options) {
        if (options.size() > 1) {
            throw Errors.notSupported(name + " beside other options of a file format");
        }
    }

    private static void checkValue(String name, String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        boolean wrong = !WORDS.getOrDefault(name, Set.of(upper)).contains(upper)
                || FLAGS.contains(name) && !upper.equals("TRUE") && !upper.equals("FALSE")
                || CHARACTERS.contains(name)
                        && !upper.equals("NONE")
                        && DelimiterText.decoded(value).length() != 1
                || name.equals(SKIP_HEADER) && !value.matches("[0-9]{1,9}");
        if (wrong) {
            throw Errors.invalidValue(value, name);
        }
        if (name.equals("ENCODING")) {
            Encodings.charset(value);
        }
        if (name.equals(FIELD_DELIMITER) || name.equals(RECORD_DELIMITER)) {
            int length = DelimiterText.decoded(value).length();
            if (length == 0 || length > LONGEST_DELIMITER) {
                throw Errors.invalidValue(value, name);
            }
        }
    }

    /** Neither delimiter may be a part of the other one. */
    private static void checkDelimiters(@Nullable String field, @Nullable String record) {
        if (field == null || record == null || field.equalsIgnoreCase("NONE") || record.equalsIgnoreCase("NONE")) {
            return;
        }
        String between = DelimiterText.decoded(field);
        String behind = DelimiterText.decoded(record);
        if (between.contains(behind) || behind.contains(between)) {
            throw Errors.invalidValue(record, RECORD_DELIMITER);
        }
    }
}
